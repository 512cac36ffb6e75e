package com.movieexample.launcher.verify;

import com.movieexample.launcher.cluster.LiveLog;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventReader;

/**
 * The log that is verified, as the cluster has it; nothing is created.
 *
 * @param topic the name of {@code ratings}
 * @param reader goes by the rules of the live generation and the topic's own number of partitions
 */
record VerifiedLog(KafkaClients clients, String topic, EventReader reader) {
    /**
     * Finds it.
     *
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when the cluster holds no Marquee with this prefix
     */
    static VerifiedLog find(KafkaClients clients, Topics topics) {
        MarqueeLog log = LiveLog.find(clients, topics);
        return new VerifiedLog(
                clients,
                log.topics().ratings().name(),
                new EventReader(log.rules(), log.topics().ratingsPartitions()));
    }

    int partitions() {
        return reader.partitions();
    }
}
