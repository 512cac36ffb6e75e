/** How fast an instance that lost its stores has them back from the changelogs. */
package com.movieexample.bench.restore;
