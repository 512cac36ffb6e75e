package com.movieexample.launcher.importing;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The log of a cluster as it is: topics that are there keep their number of partitions, missing ones are made.
 *
 * @param prefix of the topics' names
 */
record ExistingLog(KafkaClients clients, String prefix) {
    private static final int RATINGS_PARTITIONS = 6;
    private static final int METADATA_PARTITIONS = 1;

    /** As {@link LogOpening#open()}. */
    MarqueeLog open() {
        return new LogOpening(clients, topics(), EventRules.DEFAULT, Optional.empty()).open();
    }

    private Topics topics() {
        Topics topics = new Topics(prefix, RATINGS_PARTITIONS, METADATA_PARTITIONS);
        try (Admin admin = clients.admin("marquee-import")) {
            return new Topics(
                    prefix, partitionsOf(topics.ratings(), admin), partitionsOf(topics.movieMetadata(), admin));
        }
    }

    private int partitionsOf(TopicDefinition<?, ?> topic, Admin admin) {
        try {
            return admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get()
                    .get(topic.name())
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return topic.partitions();
            }
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }
}
