package com.movieexample.launcher.cluster;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.List;

/** The log that somebody else started: with the rules of its live generation and the partitions that its topics have. */
public final class LiveLog {
    private LiveLog() {}

    /**
     * Finds it.
     *
     * @param topics for their names
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when the cluster holds no Marquee with this prefix
     */
    public static MarqueeLog find(KafkaClients clients, Topics topics) {
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
        return new MarqueeLog(
                clients,
                new Topics(topics.prefix(), partitions, topics.metadataPartitions()),
                EventRules.of(live.getRules()),
                live.getNumber());
    }
}
