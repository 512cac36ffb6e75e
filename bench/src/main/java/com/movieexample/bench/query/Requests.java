package com.movieexample.bench.query;

import java.time.Duration;

/** Sends requests one after the other on each of several connections, as fast as they are answered. */
@FunctionalInterface
interface Requests {
    /**
     * Keeps at it for a time.
     *
     * @param port of the server, on loopback
     * @throws com.movieexample.bench.contest.WrongAnswerException for any answer but a good one
     */
    Load send(int port, Duration time) throws Exception;
}
