package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Makes sure that one command at a time takes the generations from step to step: the member of a consumer group that has
 * its only partition. Kafka notices when one is killed, and lets the next one in. Owns its consumer and its thread.
 */
final class RebuildLease implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** The group forgets a killed member after 10 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final Thread heart;
    private volatile boolean closed;

    /**
     * Takes the lease.
     *
     * @throws LaunchException while another command has it
     */
    static RebuildLease take(KafkaClients clients, Topics topics, Runnable onWaiting) {
        Consumer<byte[], byte[]> consumer = clients.readCommittedInGroup("marquee-rebuild", topics.rebuildGroup());
        try {
            consumer.subscribe(List.of(topics.control().name()));
            long start = System.nanoTime();
            boolean told = false;
            while (consumer.assignment().isEmpty()) {
                long waited = System.nanoTime() - start;
                if (waited > PATIENCE.toNanos()) {
                    throw new LaunchException("another rebuild is running%s; marquee rebuild status says how far it is"
                            .formatted(
                                    holder(clients, topics).map(" on "::concat).orElse("")));
                }
                if (waited > PATIENCE.toNanos() / 2 && !told) {
                    onWaiting.run();
                    told = true;
                }
                consumer.poll(POLL);
            }
            return new RebuildLease(consumer);
        } catch (KafkaException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        } catch (LaunchException e) {
            consumer.close();
            throw e;
        }
    }

    private RebuildLease(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.heart = new Thread(this::beat, "rebuild-lease");
        heart.setDaemon(true);
        heart.start();
    }

    private void beat() {
        try {
            consumer.pause(consumer.assignment());
            while (!closed) {
                consumer.poll(POLL);
                consumer.pause(consumer.assignment());
            }
        } catch (WakeupException e) {
            // Closed.
        } finally {
            consumer.close();
        }
    }

    /** The host whose command has the lease now, if any has. */
    static Optional<String> holder(KafkaClients clients, Topics topics) {
        try (Admin admin = clients.admin("marquee-rebuild")) {
            Collection<MemberDescription> members = admin.describeConsumerGroups(List.of(topics.rebuildGroup()))
                    .describedGroups()
                    .get(topics.rebuildGroup())
                    .get()
                    .members();
            return members.stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(member -> member.host().replaceFirst("^/", ""))
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            heart.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
