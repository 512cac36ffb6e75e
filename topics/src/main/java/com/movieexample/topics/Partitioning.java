package com.movieexample.topics;

import org.apache.kafka.common.utils.Utils;

/**
 * Where a key belongs. This is what the default partitioner of Kafka's Java client does, so that any client
 * that keeps to it puts a record's events where the views look for them.
 */
public final class Partitioning {
    /** Names the hash in the rules of a generation. */
    public static final String HASH = "murmur2";

    private Partitioning() {}

    /** murmur2 of the key, without its sign bit, modulo the number of partitions. */
    public static int partitionOf(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
