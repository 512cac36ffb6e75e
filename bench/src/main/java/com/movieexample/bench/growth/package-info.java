/** What the aggregator costs as the number of ratings grows. */
package com.movieexample.bench.growth;
