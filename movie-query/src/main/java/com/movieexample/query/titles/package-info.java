/** The index of titles, in memory: what is found by which words, and how well it fits. */
package com.movieexample.query.titles;
