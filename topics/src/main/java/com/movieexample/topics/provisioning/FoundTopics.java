package com.movieexample.topics.provisioning;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Topics as the cluster had them at one moment.
 *
 * @param ids by name; a topic that does not exist is not among them
 */
public record FoundTopics(String clusterId, Map<String, String> ids) {
    public FoundTopics {
        ids = Map.copyOf(ids);
    }

    /**
     * Asks the cluster.
     *
     * @throws KafkaUnavailableException when it does not answer
     */
    public static FoundTopics find(Admin admin, String bootstrapServers, Collection<String> topics) {
        try {
            String clusterId = admin.describeCluster().clusterId().get();
            Map<String, String> ids = new TreeMap<>();
            for (var answer : admin.describeTopics(topics).topicNameValues().entrySet()) {
                idIn(answer.getValue()).ifPresent(id -> ids.put(answer.getKey(), id));
            }
            return new FoundTopics(clusterId, ids);
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(bootstrapServers, e);
        }
    }

    private static Optional<String> idIn(KafkaFuture<TopicDescription> answer)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(answer.get().topicId().toString());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public Optional<TopicIdentity> identity(String topic) {
        return Optional.ofNullable(ids.get(topic)).map(id -> new TopicIdentity(clusterId, topic, id));
    }

    /**
     * Refuses a cluster in which a topic is missing, or another one than it was.
     *
     * @param what was built from the topic
     * @param wayOut what to do about it, as sentences
     * @throws LogMismatchException saying what was expected and what was found
     */
    public void require(TopicIdentity expected, String what, String wayOut) {
        Optional<TopicIdentity> found = identity(expected.topic());
        if (!found.equals(Optional.of(expected))) {
            String instead = found.map(TopicIdentity::id).map("id "::concat).orElse("no such topic");
            throw new LogMismatchException("%s was built from %s, but found %s in cluster %s. %s"
                    .formatted(what, expected, instead, clusterId, wayOut));
        }
    }
}
