package com.movieexample.runtime.kafka;

/** Asks the brokers which cluster they are. Used by one thread. */
interface ClusterProbe extends AutoCloseable {
    /**
     * The cluster's id.
     *
     * @throws Exception saying why there was no answer
     */
    String ask() throws Exception;

    @Override
    void close();
}
