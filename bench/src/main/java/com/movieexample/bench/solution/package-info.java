/**
 * Ways of aggregating ratings, Marquee's own and those that others would take. Each runs in a JVM of its own, which
 * tells the bench on one line what it cost; nothing here compares them.
 */
package com.movieexample.bench.solution;
