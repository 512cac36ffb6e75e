package com.movieexample.runtime.kafka;

/** Asks the brokers something cheap. Used by one thread. */
interface ClusterProbe extends AutoCloseable {
    /** @throws Exception saying why there was no answer */
    void ask() throws Exception;

    @Override
    void close();
}
