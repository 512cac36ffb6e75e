package com.movieexample.topics.view;

import com.movieexample.api.Freshness;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.Positions;
import com.movieexample.api.ViewUnavailableException;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets a read through once the views that it reads have passed the positions that its caller has seen, and says how
 * fresh they are. Nobody's thread waits: a read that must wait goes on when its positions have come. Owns its threads
 * and its {@link LogEnds}; thread-safe.
 */
public final class ReadGate implements AutoCloseable {
    private static final int THREADS = 2;
    /** A write is seen sooner than this; only who waits longer makes the cluster say whether the position exists. */
    private static final long ASKS_AFTER_MS = 250;

    private final Map<String, TopicDefinition<?, ?>> known = new HashMap<>();
    private final Map<String, Progress> followed;
    private final LogEnds ends;
    private final Duration timeout;
    private final MaxLag maxLag;
    private final ScheduledThreadPoolExecutor threads;

    /**
     * @param topics whose positions callers may have; those of a topic that is not followed don't matter here
     * @param followed by topic, for each partition the next offset that a read does not include
     */
    public ReadGate(Topics topics, Map<String, Progress> followed, LogEnds ends, ReadBounds bounds) {
        List.of(topics.ratings(), topics.movieMetadata()).forEach(topic -> known.put(topic.name(), topic));
        this.followed = Map.copyOf(followed);
        this.ends = ends;
        this.timeout = bounds.positionTimeout();
        this.maxLag = bounds.maxLag();
        this.threads = new ScheduledThreadPoolExecutor(THREADS, run -> {
            Thread thread = new Thread(run, "read-gate");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private ReadGate(ReadGate gate, Map<String, Progress> followed) {
        this.known.putAll(gate.known);
        this.followed = Map.copyOf(followed);
        this.ends = gate.ends;
        this.timeout = gate.timeout;
        this.maxLag = gate.maxLag;
        this.threads = gate.threads;
    }

    /** One for reads of something that is derived from a view and follows it. It ends with this one, and owns nothing. */
    public ReadGate of(TopicDefinition<?, ?> topic, Progress derived) {
        Map<String, Progress> others = new HashMap<>(followed);
        others.put(topic.name(), derived);
        return new ReadGate(this, others);
    }

    public void start() {
        ends.start();
    }

    /**
     * Reads at once if all that the caller has seen is included, else later. Fails with
     * {@link PositionNotReachedException} when the time is over first.
     *
     * @param freshness is asked before {@code read}: what is read later is at least as fresh
     * @throws InvalidInputException for a position that no log of this Marquee has; one beyond the end of its log fails
     *     the future with it
     */
    public <T> CompletableFuture<Answer<T>> read(Positions seen, Supplier<Freshness> freshness, Supplier<T> read) {
        List<Position> ahead = seen.all().stream().filter(this::isAhead).toList();
        if (ahead.isEmpty()) {
            return CompletableFuture.completedFuture(answer(freshness, read));
        }
        CompletableFuture<?>[] passed = ahead.stream().map(this::awaitPast).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(passed).thenApplyAsync(all -> answer(freshness, read), threads);
    }

    private static <T> Answer<T> answer(Supplier<Freshness> freshness, Supplier<T> read) {
        Freshness before = freshness.get();
        return new Answer<>(read.get(), before);
    }

    private boolean isAhead(Position position) {
        TopicDefinition<?, ?> topic = known.get(position.topic());
        if (topic == null) {
            throw invalid(position, "a position in one of " + new TreeSet<>(known.keySet()));
        }
        if (position.partition() >= topic.partitions()) {
            throw invalid(position, "a partition up to the last one, " + topic.name() + "/" + (topic.partitions() - 1));
        }
        Progress progress = followed.get(position.topic());
        return progress != null && progress.of(position.partition()) <= position.offset();
    }

    private static InvalidInputException invalid(Position position, String expected) {
        return new InvalidInputException(Positions.HEADER, position.toString(), expected);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what follows its end can't fail
    private CompletableFuture<Void> awaitPast(Position position) {
        Progress progress = followed.get(position.topic());
        CompletableFuture<Void> passed = progress.past(position.partition(), position.offset());
        ScheduledFuture<?> question =
                threads.schedule(() -> failIfBeyondTheEnd(position, passed), ASKS_AFTER_MS, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> end = threads.schedule(
                () -> passed.completeExceptionally(
                        new PositionNotReachedException(position, progress.of(position.partition()), timeout)),
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        passed.whenComplete((done, failure) -> {
            question.cancel(false);
            end.cancel(false);
        });
        return passed;
    }

    /** While the cluster does not answer it is not known, and the read waits on. */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure says nothing of the position
    private void failIfBeyondTheEnd(Position position, CompletableFuture<Void> passed) {
        if (ends.isKnown(position)) {
            return;
        }
        ends.askEnd(position).thenAccept(end -> {
            if (position.offset() >= end) {
                passed.completeExceptionally(invalid(position, "a position before the log's end, " + end));
            }
        });
    }

    /**
     * How fresh the followed view of a topic is in the partitions that some keys are in.
     *
     * @throws ViewUnavailableException if it is too old there
     */
    public Freshness freshness(TopicDefinition<?, ?> topic, Collection<byte[]> keys) {
        BitSet partitions = new BitSet();
        keys.forEach(key -> partitions.set(Partitioning.partitionOf(key, topic.partitions())));
        Freshness all = Freshness.NONE;
        for (int next = partitions.nextSetBit(0); next >= 0; next = partitions.nextSetBit(next + 1)) {
            all = all.and(freshness(topic.name(), next));
        }
        return all;
    }

    /** The same of all of its partitions. */
    public Freshness freshness(TopicDefinition<?, ?> topic) {
        Freshness all = Freshness.NONE;
        for (int partition = 0; partition < topic.partitions(); partition++) {
            all = all.and(freshness(topic.name(), partition));
        }
        return all;
    }

    private Freshness freshness(String topic, int partition) {
        long next = followed.get(topic).of(partition);
        requireFresh(topic, partition, () -> next);
        return freshness(topic, partition, next);
    }

    /**
     * Makes sure that what is read is not too old.
     *
     * @param next the first offset that it does not include; asked only when there is a bound
     * @throws ViewUnavailableException if it is
     */
    public void requireFresh(String topic, int partition, LongSupplier next) {
        if (!maxLag.isNone()) {
            whyTooOld(topic, partition, next.getAsLong()).ifPresent(why -> {
                throw new ViewUnavailableException(why);
            });
        }
    }

    private Freshness freshness(String topic, int partition, long next) {
        return Freshness.of(topic, partition, next, ends.stableEnd(topic, partition));
    }

    private Optional<String> whyTooOld(String topic, int partition, long next) {
        return maxLag.exceededBy(freshness(topic, partition, next).lag(), ends.age(topic, partition, next))
                .map(why -> "the view of " + topic + "/" + partition + " " + why);
    }

    /** What is read here of some partition and is too old; empty if nothing is. */
    public Optional<String> whyTooOld() {
        return maxLag.isNone()
                ? Optional.empty()
                : eachPartition(this::whyTooOld).findFirst();
    }

    /** How long ago the followed views had all of their partitions; zero while that is not known. */
    public Duration age() {
        return eachPartition(ends::age).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** How many offsets the followed views lack of their partitions; empty while an end is not known. */
    public OptionalLong lag() {
        return eachPartition((topic, partition, next) -> Optional.of(freshness(topic, partition, next)))
                .reduce(Freshness.NONE, Freshness::and)
                .lag();
    }

    private <T> Stream<T> eachPartition(OfPartition<Optional<T>> question) {
        return followed.entrySet().stream()
                .flatMap(topic -> topic.getValue().all().entrySet().stream()
                        .flatMap(next -> question.ask(topic.getKey(), next.getKey(), next.getValue()).stream()));
    }

    @FunctionalInterface
    private interface OfPartition<T> {
        T ask(String topic, int partition, long next);
    }

    /** Those who wait are let go when their views close. */
    @Override
    public void close() {
        threads.shutdown();
        ends.close();
    }
}
