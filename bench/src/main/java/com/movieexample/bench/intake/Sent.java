package com.movieexample.bench.intake;

/**
 * What came of a {@link Sending}.
 *
 * @param seconds from the first line or message to the log's acknowledgement of all
 * @param refused how many lines were left out
 */
record Sent(double seconds, int refused) {}
