package com.movieexample.topics.provisioning;

import com.movieexample.topics.TopicDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that the topics of a Marquee are there and right. Safe to run from many processes at once. */
public final class TopicProvisioning {
    private static final Logger log = LoggerFactory.getLogger(TopicProvisioning.class);

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(50);

    private final Admin admin;
    private final String bootstrapServers;
    private final Optional<Short> replicationFactor;

    /** @param replicationFactor for new topics; empty for the cluster's default */
    public TopicProvisioning(Admin admin, String bootstrapServers, Optional<Short> replicationFactor) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.replicationFactor = replicationFactor;
    }

    /**
     * Creates what is missing and checks what is there.
     *
     * @throws TopicMismatchException for a topic with other partitions or settings than it must have
     * @throws KafkaUnavailableException when no broker answers
     */
    public void ensure(Collection<TopicDefinition<?, ?>> topics) {
        topics.forEach(this::createIfMissing);
        topics.forEach(this::check);
    }

    private void createIfMissing(TopicDefinition<?, ?> topic) {
        if (describe(topic).isPresent()) {
            return;
        }
        Map<String, String> settings = new HashMap<>(topic.initial());
        settings.putAll(topic.required());
        NewTopic missing =
                new NewTopic(topic.name(), Optional.of(topic.partitions()), replicationFactor).configs(settings);
        try {
            await(admin.createTopics(List.of(missing)).all());
            awaitVisible(topic);
            log.info("created topic {} with {} partitions", topic.name(), topic.partitions());
        } catch (TopicExistsException e) {
            awaitVisible(topic);
            log.debug("topic {} was created by another process meanwhile", topic.name());
        }
    }

    /** A topic exists once the controller says so; the brokers learn of it a little later. */
    private void awaitVisible(TopicDefinition<?, ?> topic) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (describe(topic).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOKS_AGAIN_AFTER.toNanos());
        }
        awaitServed(topic);
    }

    /**
     * A leader that is known may not serve its partition yet. A producer with several requests on the way would see the
     * first one refused and a later one taken, and lose the first for good: its sequence numbers are too low by then.
     */
    private void awaitServed(TopicDefinition<?, ?> topic) {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        await(admin.listOffsets(ends).all());
    }

    private void check(TopicDefinition<?, ?> topic) {
        int partitions = describe(topic)
                .orElseThrow(() -> new KafkaUnavailableException(
                        bootstrapServers, new UnknownTopicOrPartitionException("topic " + topic.name() + " is gone")))
                .partitions()
                .size();
        if (partitions != topic.partitions()) {
            throw new TopicMismatchException(
                    topic.name(),
                    "partitions",
                    Integer.toString(partitions),
                    Integer.toString(topic.partitions()),
                    "Start with that number of partitions; the number of a topic in use is never changed.");
        }
        Config config = configOf(topic);
        topic.required().forEach((name, expected) -> {
            String found = config.get(name).value();
            if (!found.equals(expected)) {
                throw new TopicMismatchException(
                        topic.name(), name, found, expected, remedy(topic.name(), name, expected));
            }
        });
    }

    private static String remedy(String topic, String name, String expected) {
        return "Mend it with: kafka-configs.sh --bootstrap-server … --alter --topic %s --add-config %s=%s"
                .formatted(topic, name, expected);
    }

    private Optional<TopicDescription> describe(TopicDefinition<?, ?> topic) {
        try {
            return Optional.of(await(admin.describeTopics(List.of(topic.name())).allTopicNames())
                    .get(topic.name()));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private Config configOf(TopicDefinition<?, ?> topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return await(admin.describeConfigs(List.of(resource)).all()).get(resource);
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException missing) {
                throw missing;
            }
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            throw new KafkaUnavailableException(bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(bootstrapServers, e);
        }
    }
}
