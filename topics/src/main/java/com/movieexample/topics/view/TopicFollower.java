package com.movieexample.topics.view;

import com.movieexample.api.Position;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.view.ViewStatus.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps a {@link TopicView} up to date. Whatever goes wrong is told by its status, and tried again. */
final class TopicFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long RETRY_MS = 500;

    private final TopicView view;
    private final TopicView.Settings settings;
    private final KafkaClients clients;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ViewStatus status;
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile long lag;
    private boolean outsideOfTopic;
    private final LongAdder unreadable = new LongAdder();

    TopicFollower(TopicView view, TopicView.Settings settings, KafkaClients clients) {
        this.view = view;
        this.settings = settings;
        this.clients = clients;
        this.status = new ViewStatus(State.WAITING, "not started");
        this.thread = new Thread(this::run, "view-" + settings.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    ViewStatus status() {
        return status;
    }

    long lag() {
        return lag;
    }

    long unreadable() {
        return unreadable.sum();
    }

    private void run() {
        try {
            while (!isClosed()) {
                followOnce();
            }
        } catch (OtherLogException e) {
            log.error("{}", e.getMessage());
            status = new ViewStatus(State.FAILED, e.getMessage());
        } catch (Error e) {
            status = new ViewStatus(State.FAILED, "its thread died: " + e);
            throw e;
        }
    }

    private void followOnce() {
        try (Admin admin = clients.admin("view-" + settings.name())) {
            awaitTopic(admin).ifPresent(identity -> followOrRebuild(admin, identity));
        } catch (WakeupException | InterruptException e) {
            log.debug("view {} was told to stop", settings.name());
        } catch (TimeoutException e) {
            log.warn("view {} has lost Kafka: {}", settings.name(), e.getMessage());
            interruptedBy("no answer from Kafka: " + e.getMessage());
        } catch (OtherLogException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("view {} failed and will try again", settings.name(), e);
            interruptedBy(String.valueOf(e.getMessage()));
            pause();
        }
    }

    /** Nothing comes in for now; a copy that could be read still can be. */
    private void interruptedBy(String reason) {
        status = new ViewStatus(status.readable() ? State.STALLED : State.WAITING, reason);
    }

    private Optional<LogIdentity> awaitTopic(Admin admin) {
        while (!isClosed()) {
            Optional<LogIdentity> found = find(admin);
            if (found.isPresent() || Thread.currentThread().isInterrupted()) {
                return found;
            }
            pause();
        }
        return Optional.empty();
    }

    /** Empty when the cluster does not say. */
    private Optional<LogIdentity> find(Admin admin) {
        try {
            return Optional.of(LogIdentity.of(admin, settings.topic()));
        } catch (ExecutionException e) {
            interruptedBy(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private String reason(Throwable cause) {
        return cause instanceof UnknownTopicOrPartitionException
                ? "topic " + settings.topic() + " does not exist yet"
                : "no answer from Kafka: " + cause.getMessage();
    }

    private void followOrRebuild(Admin admin, LogIdentity identity) {
        try {
            view.requireSameLog(identity);
            if (outsideOfTopic || view.isTooOld()) {
                status = new ViewStatus(State.RESTORING, "is built again");
                view.clear();
                outsideOfTopic = false;
            }
            view.open(identity);
            follow(admin, identity.partitions());
        } catch (OffsetOutOfRangeException e) {
            // Built again once it is sure that this is still the same topic.
            log.warn("view {} is outside of its topic and is built again: {}", settings.name(), e.getMessage());
            outsideOfTopic = true;
        } catch (IOException | RocksDBException e) {
            throw new IllegalStateException("the view's folder can't be cleared: " + e.getMessage(), e);
        }
    }

    private void follow(Admin admin, int partitions) {
        List<TopicPartition> assigned = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(settings.topic(), partition))
                .toList();
        try (Consumer<byte[], byte[]> opened = clients.readCommitted("view-" + settings.name())) {
            consumer = opened;
            view.following(opened);
            opened.assign(assigned);
            assigned.forEach(this::seek);
            Horizon horizon = Horizon.of(opened, view.now());
            while (!isClosed()) {
                view.apply(poll(assigned));
                if (horizon.isReached(opened)) {
                    view.wholeAt(horizon.seenAt());
                    status = new ViewStatus(State.LIVE, "follows " + settings.topic());
                    if (horizon.isOld()) {
                        horizon = Horizon.of(opened, view.now());
                        if (!isFoundToBeTheSame(admin)) {
                            return;
                        }
                    }
                } else if (status.state() != State.LIVE) {
                    State catchingUp = status.readable() ? State.STALLED : State.RESTORING;
                    status = new ViewStatus(catchingUp, lag + " records to go");
                }
            }
        } finally {
            consumer = null;
        }
    }

    /** Asked while following too, since a consumer goes on in a topic that was made again as if it were the same. */
    private boolean isFoundToBeTheSame(Admin admin) {
        Optional<LogIdentity> found = find(admin);
        found.ifPresent(view::requireSameLog);
        return found.isPresent();
    }

    private void seek(TopicPartition partition) {
        view.resumeAt(partition.partition())
                .ifPresentOrElse(
                        offset -> consumer.seek(partition, offset), () -> consumer.seekToBeginning(List.of(partition)));
    }

    private PolledRecords poll(List<TopicPartition> assigned) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (isReadable(record)) {
                readable.add(record);
            } else {
                unreadable.increment();
            }
        }
        Map<Integer, PolledRecords.End> ends = new HashMap<>();
        long behind = 0;
        for (TopicPartition partition : assigned) {
            OptionalLong left = consumer.currentLag(partition);
            // Unknown until the first answer of the broker; nothing has come in before it.
            if (left.isPresent()) {
                long position = consumer.position(partition);
                ends.put(partition.partition(), new PolledRecords.End(position, position + left.getAsLong()));
                behind += left.getAsLong();
            }
        }
        lag = behind;
        return new PolledRecords(readable, ends);
    }

    private boolean isReadable(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.key() != null
                    && (record.value() == null || settings.readable().test(record))) {
                return true;
            }
            log.warn("view {} passes over {}, which it can't read", settings.name(), positionOf(record));
        } catch (RuntimeException e) {
            // No single record may stop the view.
            log.warn("view {} passes over {}, which it can't read", settings.name(), positionOf(record), e);
        }
        return false;
    }

    private static Position positionOf(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        } else {
            // It may be waiting for a cluster that does not answer.
            thread.interrupt();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
