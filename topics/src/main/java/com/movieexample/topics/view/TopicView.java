package com.movieexample.topics.view;

import com.movieexample.topics.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rocksdb.RocksDBException;

/**
 * A local RocksDB copy of a compacted topic. A thread of its own follows the topic's committed records, writes records
 * and offsets in one batch, opens where it left off, and passes over what it can't read. Reads never wait for Kafka.
 * Owns its thread, its consumer and its store; thread-safe.
 */
public final class TopicView implements AutoCloseable {
    /**
     * A copy that was left alone for longer is built again: the topic forgets deletes after a time (a day, if nobody
     * set it longer), and a copy that missed one would show the record for ever.
     */
    static final Duration OLDEST_COPY = Duration.ofHours(12);

    private static final Duration NOTED_EVERY = OLDEST_COPY.dividedBy(100);
    private static final String LOG = "log";
    private static final String WHOLE_AT = "whole-at";
    private static final String OFFSET = "offset:";

    private final Settings settings;
    private final ViewFolder folder;
    private final RocksMemory memory;
    private final Listener listener;
    private final Clock clock;
    private final Progress progress = new Progress();
    private final ReentrantLock applying = new ReentrantLock();
    private final TopicFollower follower;
    private Map<Integer, PolledRecords.End> written = Map.of();
    private long notedWholeAt;
    private volatile ViewStore store;

    /**
     * What a view is made of.
     *
     * @param name for logs and threads
     * @param folder holds the copy; nobody else uses it
     * @param readable says whether a record can be read; one that can't be is passed over
     */
    public record Settings(
            String name, String topic, Path folder, Predicate<ConsumerRecord<byte[], byte[]>> readable) {}

    /** Told of what comes in, on the view's thread, after it was written. Must not throw. */
    public interface Listener {
        Listener NONE = new Listener() {};

        /** The copy begins with what its folder holds; {@code stored} reads it. */
        default void opened(TopicView stored, int partitions) {}

        /** The topic is being followed by this consumer, in place of any earlier one; for binding its metrics. */
        default void following(Consumer<byte[], byte[]> consumer) {}

        default void applied(ConsumerRecord<byte[], byte[]> record) {}

        /** A partition has been read up to {@code position}; {@code stableEnd} is an end that was stable by then. */
        default void progressed(int partition, long position, long stableEnd) {}
    }

    public TopicView(Settings settings, KafkaClients clients, RocksMemory memory, Listener listener) {
        this(settings, clients, memory, listener, Clock.systemUTC());
    }

    TopicView(Settings settings, KafkaClients clients, RocksMemory memory, Listener listener, Clock clock) {
        this.settings = settings;
        this.folder = new ViewFolder(settings.folder());
        this.memory = memory;
        this.listener = listener;
        this.clock = clock;
        this.follower = new TopicFollower(this, settings, clients);
    }

    /** Opens the copy and begins to follow the topic, which need not exist yet. */
    public void start() throws IOException, RocksDBException {
        store = new ViewStore(folder.open(), memory);
        follower.start();
    }

    /** The value under a key, if there is one. */
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(store.get(key));
    }

    /** The values in the order of the keys, null where there is none. */
    public List<byte[]> getAll(List<byte[]> keys) {
        return store.getAll(keys);
    }

    public ViewStatus status() {
        return follower.status();
    }

    public String topic() {
        return settings.topic();
    }

    /** For each partition the next offset that is not in the copy. */
    public Progress progress() {
        return progress;
    }

    /** How many records the copy lacks, as far as it knows. */
    public long lag() {
        return follower.lag();
    }

    /** How many records were passed over since the start. */
    public long unreadable() {
        return follower.unreadable();
    }

    /** A snapshot, if {@code whole} holds while no record is being written; empty otherwise. */
    public Optional<ViewSnapshot> snapshotIf(BooleanSupplier whole) {
        applying.lock();
        try {
            return whole.getAsBoolean() ? Optional.of(store.snapshot()) : Optional.empty();
        } finally {
            applying.unlock();
        }
    }

    /** Does something while nothing more comes in. */
    public <T> T whileNothingComesIn(Supplier<T> action) {
        applying.lock();
        try {
            return action.get();
        } finally {
            applying.unlock();
        }
    }

    /** Removes the copy in a folder, if there is one, while nobody has it open. */
    public static void remove(Path folder) throws IOException {
        new ViewFolder(folder).remove();
    }

    /** Refuses to go on in a folder that was built from another log. */
    void requireSameLog(LogIdentity identity) {
        String known = store.text(LOG);
        if (known != null && !known.equals(identity.stored())) {
            throw new OtherLogException(settings, known, identity.stored());
        }
    }

    /** Whether the topic may have forgotten deletes that this copy has not seen. */
    boolean isTooOld() {
        OptionalLong wholeAt = store.number(WHOLE_AT);
        return wholeAt.isPresent() && clock.millis() - wholeAt.getAsLong() > OLDEST_COPY.toMillis();
    }

    /** Begins with what the folder holds. */
    void open(LogIdentity identity) {
        applying.lock();
        try {
            store.putText(LOG, identity.stored());
            // An empty copy has missed no delete yet.
            noteWholeAt(store.number(WHOLE_AT).orElseGet(clock::millis));
            written = Map.of();
            listener.opened(this, identity.partitions());
        } finally {
            applying.unlock();
        }
    }

    void following(Consumer<byte[], byte[]> consumer) {
        listener.following(consumer);
    }

    /** Where to go on in a partition; empty to begin at its start. */
    OptionalLong resumeAt(int partition) {
        return store.number(OFFSET + partition);
    }

    /** Throws the copy away, so that it is built from the topic's beginning. */
    void clear() throws IOException, RocksDBException {
        applying.lock();
        try {
            store.close();
            folder.discard();
            store = new ViewStore(folder.open(), memory);
            progress.reset();
        } finally {
            applying.unlock();
        }
    }

    long now() {
        return clock.millis();
    }

    /** The copy holds all that the topic held at a time, so it has missed no delete until then. */
    void wholeAt(long time) {
        if (time - notedWholeAt > NOTED_EVERY.toMillis()) {
            noteWholeAt(time);
        }
    }

    private void noteWholeAt(long time) {
        store.putNumber(WHOLE_AT, time);
        notedWholeAt = time;
    }

    /** Writes what a poll brought, and then lets it be seen. */
    void apply(PolledRecords polled) {
        applying.lock();
        try {
            if (!polled.readable().isEmpty() || !polled.ends().equals(written)) {
                store.write(changes -> fill(changes, polled));
                written = polled.ends();
            }
            polled.readable().forEach(listener::applied);
            polled.ends().forEach((partition, end) -> {
                listener.progressed(partition, end.position(), end.stableEnd());
                progress.advance(partition, end.position());
            });
        } finally {
            applying.unlock();
        }
    }

    private static void fill(ViewStore.Changes changes, PolledRecords polled) throws RocksDBException {
        for (ConsumerRecord<byte[], byte[]> record : polled.readable()) {
            if (record.value() == null) {
                changes.delete(record.key());
            } else {
                changes.put(record.key(), record.value());
            }
        }
        for (var end : polled.ends().entrySet()) {
            changes.putNumber(OFFSET + end.getKey(), end.getValue().position());
        }
    }

    @Override
    public void close() {
        follower.close();
        progress.close();
        if (store != null) {
            store.close();
        }
    }
}
