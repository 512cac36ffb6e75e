/** What readers get of movie-query: how much, how soon, and how new. Knows services by their public addresses only. */
package com.movieexample.bench.query;
