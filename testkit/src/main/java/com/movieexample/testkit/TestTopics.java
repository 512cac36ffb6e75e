package com.movieexample.testkit;

import java.util.concurrent.atomic.AtomicLong;

/** Names of topics, so that tests on the shared {@link TestBroker} don't meet. Thread-safe. */
public final class TestTopics {
    private static final AtomicLong NEXT = new AtomicLong(1);

    private TestTopics() {}

    /**
     * A name that no other call in this test run gets: {@code ratings-1}, {@code ratings-2}, ... It also serves as a
     * group or a transactional id.
     *
     * @param prefix letters, digits, {@code .}, {@code _} and {@code -}, as Kafka wants it
     */
    public static String uniqueName(String prefix) {
        return prefix + "-" + NEXT.getAndIncrement();
    }
}
