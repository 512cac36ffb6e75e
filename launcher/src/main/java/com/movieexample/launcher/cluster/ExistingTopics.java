package com.movieexample.launcher.cluster;

import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics that must be there already. */
public final class ExistingTopics {
    private ExistingTopics() {}

    /**
     * What the cluster says of them, by name.
     *
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when one does not exist
     */
    public static Map<String, TopicDescription> describe(KafkaClients clients, List<String> names) {
        try (Admin admin = clients.admin("marquee-command")) {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw missing(clients, names, e);
            }
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }

    private static LaunchException missing(KafkaClients clients, List<String> names, Throwable cause) {
        return new LaunchException(
                "Kafka at %s holds no Marquee: there is no topic %s; --topic-prefix says which to take"
                        .formatted(clients.bootstrapServers(), String.join(", or none ", names)),
                cause);
    }
}
