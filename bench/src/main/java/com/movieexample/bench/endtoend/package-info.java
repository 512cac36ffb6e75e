/** From the first event sent until all are visible, with the producer and the aggregator at work at once. */
package com.movieexample.bench.endtoend;
