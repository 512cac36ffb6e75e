package com.movieexample.bench.intake;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.util.Map;

/**
 * What a plain producer's process is told to send.
 *
 * @param prefix of the topics
 * @param partitions of the log
 * @param seed of the lines
 * @param size how many lines
 */
record Sending(String bootstrapServers, String prefix, int partitions, long seed, int size) {
    IntakeLines lines() {
        return new IntakeLines(seed, size);
    }

    KafkaClients clients() {
        return new KafkaClients(bootstrapServers, Map.of());
    }

    Topics topics() {
        return new Topics(prefix, partitions, 1);
    }
}
