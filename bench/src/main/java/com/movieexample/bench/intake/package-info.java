/** How fast the rating-ingester takes a stream of JSON lines over HTTP, and whether it takes exactly the good ones. */
package com.movieexample.bench.intake;
