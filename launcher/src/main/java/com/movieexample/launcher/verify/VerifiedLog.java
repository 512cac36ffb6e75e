package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.cluster.ExistingTopics;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import java.util.List;

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
        String ratings = topics.ratings().name();
        int partitions = ExistingTopics.describe(
                        clients, List.of(ratings, topics.control().name()))
                .get(ratings)
                .partitions()
                .size();
        Generation live = new Generations(clients, topics.control())
                .live()
                .orElseThrow(() -> new LaunchException(
                        "no generation of the ratings view is live at " + clients.bootstrapServers()));
        return new VerifiedLog(clients, ratings, new EventReader(EventRules.of(live.getRules()), partitions));
    }

    int partitions() {
        return reader.partitions();
    }
}
