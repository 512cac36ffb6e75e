package com.movieexample.bench.endtoend;

/**
 * That the first event was sent; told once all are acknowledged.
 *
 * @param atMillis by the machine's clock, which both processes go by
 */
record Departure(long atMillis) {}
