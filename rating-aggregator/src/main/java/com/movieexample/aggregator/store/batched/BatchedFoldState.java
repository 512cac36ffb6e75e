package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.Aggregate;
import com.movieexample.aggregator.store.FoldState;
import com.movieexample.aggregator.store.RatingLayout;
import com.movieexample.aggregator.store.Stored;
import com.movieexample.aggregator.store.batched.WorkingSet.Held;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.rules.RatingVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The fold's state in two {@link BatchedStore}s. Aggregates are changed in their decoded form, and each that changed is
 * encoded, and reckoned into the digest, once per commit. Changed by one thread; other threads see the changes through
 * the stores.
 */
public final class BatchedFoldState implements FoldState, Unwritten {
    /** Enough for neighbours in the sorted look-up to share blocks. */
    private static final int BATCH = 1_000;

    /** Changes of one commit interval, should somebody set it to hours: about 10 MB. */
    private static final int CHANGES_LIMIT = 50_000;

    /** Decoded aggregates of one partition, about 0.6 KB each. */
    private static final int AGGREGATES_LIMIT = 16_384;

    private final Runnable requestCommit;
    private final BatchedStore ratings;
    private final BatchedStore aggregates;
    private final Bytes watermarkKey;
    private final int partition;
    private final WorkingSet workingSet;
    private final List<Held> changed = new ArrayList<>();
    private Held lastUsed;
    private Runnable beforeCommit = () -> {};
    private long digest;
    private long nextOffset;
    private long writtenOffset;

    public BatchedFoldState(ProcessorContext<?, ?> context) {
        this(context, AGGREGATES_LIMIT);
    }

    /** @param aggregatesLimit how many decoded ones it may hold */
    BatchedFoldState(ProcessorContext<?, ?> context, int aggregatesLimit) {
        workingSet = new WorkingSet(aggregatesLimit);
        requestCommit = context::commit;
        partition = context.taskId().partition();
        ratings = context.getStateStore(Topics.RATING_STORE);
        aggregates = context.getStateStore(Topics.AGGREGATE_STORE);
        watermarkKey = Bytes.wrap(ViewKeys.watermark(partition));
        Watermark watermark = Stored.message(aggregates.get(watermarkKey), Watermark.parser())
                .orElseGet(Watermark::getDefaultInstance);
        digest = watermark.getDigest();
        nextOffset = watermark.getNextOffset();
        writtenOffset = nextOffset;
        aggregates.include(this);
        // Whichever store is written first.
        ratings.include(new Unwritten() {
            @Override
            public void settle() {
                beforeCommit.run();
            }

            @Override
            public byte[] find(Bytes key) {
                return null;
            }
        });
    }

    /** The stores to be attached to the processor. */
    public static Set<StoreBuilder<?>> stores() {
        return Set.of(new BatchedStoreBuilder(Topics.RATING_STORE), new BatchedStoreBuilder(Topics.AGGREGATE_STORE));
    }

    /**
     * Bounds what the stores of an application keep on the heap although it is in their changelogs already.
     *
     * @param bytes of all stores together
     * @param partitions which have two stores each
     */
    public static void limitHeap(Properties properties, long bytes, int partitions) {
        properties.put(BatchedStore.HEAP_BYTES, bytes / (2L * partitions));
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public void beforeCommit(Runnable foldTheRest) {
        beforeCommit = foldTheRest;
    }

    @Override
    public void readAhead(List<Bytes> keys) {
        ratings.readAhead(keys);
    }

    @Override
    public Optional<RatingVersion> rating(Bytes rating) {
        return Optional.ofNullable(ratings.getAhead(rating)).map(RatingLayout::version);
    }

    @Override
    public void putRating(Bytes rating, RatingVersion version) {
        ratings.put(rating, RatingLayout.value(version));
        if (ratings.changeCount() > CHANGES_LIMIT) {
            requestCommit.run();
        }
    }

    @Override
    public synchronized void moveAggregate(Bytes record, RatingVersion previous, RatingVersion next, long offset) {
        Held held = use(record);
        held.aggregate.replace(previous, next, offset);
        if (!held.isChanged) {
            held.isChanged = true;
            changed.add(held);
        }
    }

    private Held use(Bytes record) {
        // One record's ratings follow each other, since the events of a batch are folded in the order of their keys.
        if (lastUsed == null || !lastUsed.record.equals(record)) {
            lastUsed = workingSet.use(record);
        }
        if (lastUsed == null) {
            lastUsed = load(record);
            workingSet.hold(lastUsed);
        }
        return lastUsed;
    }

    private Held load(Bytes record) {
        byte[] value = aggregates.getAhead(record);
        return Stored.message(value, RatingAggregate.parser())
                .map(message -> new Held(record, Aggregate.of(message), AggregateDigest.of(record.get(), message)))
                .orElseGet(() -> new Held(record, Aggregate.empty(), 0));
    }

    @Override
    public synchronized long nextOffset() {
        return nextOffset;
    }

    @Override
    public synchronized void include(long newNextOffset) {
        nextOffset = newNextOffset;
    }

    @Override
    public synchronized void putCheckpoint(long offset) {
        settleAggregates();
        aggregates.put(
                Bytes.wrap(ViewKeys.checkpoint(partition, offset)),
                Watermark.newBuilder()
                        .setNextOffset(offset)
                        .setDigest(digest)
                        .build()
                        .toByteArray());
    }

    @Override
    public void settle() {
        beforeCommit.run();
        synchronized (this) {
            settleAggregates();
            if (nextOffset > writtenOffset) {
                aggregates.putLast(
                        watermarkKey, watermark().setDigest(digest).build().toByteArray());
                writtenOffset = nextOffset;
            }
            workingSet.age();
            lastUsed = null;
        }
    }

    private Watermark.Builder watermark() {
        return Watermark.newBuilder().setNextOffset(nextOffset);
    }

    private void settleAggregates() {
        for (Held held : changed) {
            RatingAggregate message = held.aggregate.toMessage();
            long fingerprint = AggregateDigest.of(held.record.get(), message);
            digest += fingerprint - held.fingerprint;
            held.fingerprint = fingerprint;
            aggregates.put(held.record, message.toByteArray());
            held.isChanged = false;
        }
        changed.clear();
    }

    /** A watermark that is not written yet has no digest: to reckon it for each reader would take too long. */
    @Override
    public synchronized byte[] find(Bytes key) {
        if (key.equals(watermarkKey)) {
            return nextOffset > writtenOffset ? watermark().build().toByteArray() : null;
        }
        Held held = workingSet.peek(key);
        return held != null && held.isChanged ? held.aggregate.toMessage().toByteArray() : null;
    }
}
