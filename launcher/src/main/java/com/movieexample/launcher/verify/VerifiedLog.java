package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

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
    static VerifiedLog find(KafkaClients clients, String prefix) {
        // How many partitions there are is what is asked for; no name depends on it.
        Topics topics = new Topics(prefix, 1, 1);
        String ratings = topics.ratings().name();
        int partitions = partitionsOf(clients, ratings, topics.control().name());
        Generation live = new Generations(clients, topics.control())
                .live()
                .orElseThrow(() -> new LaunchException(
                        "no generation of the ratings view is live at " + clients.bootstrapServers()));
        return new VerifiedLog(clients, ratings, new EventReader(EventRules.of(live.getRules()), partitions));
    }

    private static int partitionsOf(KafkaClients clients, String ratings, String control) {
        try (Admin admin = clients.admin("marquee-verify")) {
            Map<String, TopicDescription> found = admin.describeTopics(List.of(ratings, control))
                    .allTopicNames()
                    .get();
            return found.get(ratings).partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new LaunchException(
                        "Kafka at %s holds no Marquee: there is no topic %s, or none %s; --topic-prefix says which to take"
                                .formatted(clients.bootstrapServers(), ratings, control),
                        e);
            }
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }

    int partitions() {
        return reader.partitions();
    }
}
