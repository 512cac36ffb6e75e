package com.movieexample.bench.solution;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a Kafka Streams application has come, seen from outside: what its group has committed. With exactly-once all
 * that came of an event is committed together with its offset. Not thread-safe.
 */
public final class GroupProgress {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private final Admin admin;
    private final String group;

    /** @param admin not owned */
    public GroupProgress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Waits until so many events of a topic without transaction markers are committed. */
    public void awaitEvents(String topic, long events) throws ExecutionException, InterruptedException {
        long reached = 0;
        long deadline = System.nanoTime() + STUCK_AFTER.toNanos();
        while (reached < events) {
            Thread.sleep(LOOK_EVERY.toMillis());
            long now = eventsCommitted(topic);
            if (now > reached) {
                reached = now;
                deadline = System.nanoTime() + STUCK_AFTER.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s has committed %,d of %,d events and does not go on".formatted(group, reached, events));
            }
        }
    }

    private long eventsCommitted(String topic) throws ExecutionException, InterruptedException {
        return committed().entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(topic))
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }

    /** Waits until the topics that the application writes for itself are read to their ends too. */
    void awaitRepartitioned() throws ExecutionException, InterruptedException {
        Set<TopicPartition> own = partitions(admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(group + "-") && name.endsWith("-repartition"))
                .toList());
        long deadline = System.nanoTime() + STUCK_AFTER.toNanos();
        while (!hasRead(own)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(group + " does not come to the end of what it repartitioned");
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    /**
     * What is committed is asked first, and the ends include what is not committed yet: so whatever was made of the
     * records that the group has read is below the ends that it is held against.
     */
    private boolean hasRead(Set<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        OffsetAndMetadata nothing = new OffsetAndMetadata(0);
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .allMatch(end -> committed.getOrDefault(end.getKey(), nothing).offset()
                        >= end.getValue().offset());
    }

    private Set<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }
}
