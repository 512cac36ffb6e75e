/** How fast ratings get into the log. */
package com.movieexample.bench.ingest;
