package com.movieexample.launcher.dlq;

import com.movieexample.api.Position;
import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.cluster.ExistingTopics;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.time.Duration;
import java.util.List;

/** The dead letters of the cluster that a command was told. */
public final class ClusterLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ClusterLetters() {}

    /** Whether there is such a topic is not looked at. */
    public static DeadLetterTopic topic(ClusterOptions cluster) {
        return new DeadLetterTopic(
                cluster.clients(), cluster.topics().deadLetters().name(), PATIENCE);
    }

    /**
     * The same of a cluster that has one.
     *
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when there is no such topic
     */
    static DeadLetterTopic existing(ClusterOptions cluster) {
        DeadLetterTopic topic = topic(cluster);
        ExistingTopics.describe(topic.clients(), List.of(topic.name()));
        return topic;
    }

    /** @throws LaunchException when there is none of this origin */
    static DeadLetter require(DeadLetterTopic topic, Position origin) {
        return topic.find(origin)
                .orElseThrow(() -> new LaunchException(
                        "there is no dead letter of " + origin + "; marquee dlq list shows those that there are"));
    }
}
