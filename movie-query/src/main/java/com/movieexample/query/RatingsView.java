package com.movieexample.query;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.Progress;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.TopicView;
import com.movieexample.topics.view.ViewSnapshot;
import com.movieexample.topics.view.WatermarkGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A generation's aggregates as a local copy, and for each partition of {@code ratings} the watermark that the
 * copy may promise. Owns its {@link TopicView}; thread-safe.
 */
final class RatingsView implements AutoCloseable {
    private static final String NAME = "rating-aggregates";

    private final TopicDefinition<?, ?> ratings;
    private final Path folder;
    private final TopicView view;
    private final java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing;
    private final RatingChanges changes;
    private final Progress watermarks = new Progress();
    private final Map<Integer, WatermarkGate> gates = new HashMap<>();
    /** Watermarks of the poll that is being applied, until its stable end is known. */
    private final Map<Integer, Long> seen = new HashMap<>();

    /** Partitions of which less was read than was stable: a transaction of the fold may be half in the copy. */
    private final Set<Integer> behind = new HashSet<>();

    /**
     * @param changes are told of each change before a watermark passes it
     * @param onFollowing is given each consumer that follows the topic, to bind its metrics
     */
    RatingsView(
            MarqueeLog log,
            Path folder,
            RocksMemory memory,
            RatingChanges changes,
            java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        this.ratings = log.topics().ratings();
        this.folder = folder;
        this.changes = changes;
        this.onFollowing = onFollowing;
        this.view = new TopicView(
                new TopicView.Settings(NAME, log.aggregates(), folder, RatingsView::isReadable),
                log.clients(),
                memory,
                new Gatekeeper());
    }

    /** An empty aggregate for a record of which no event was folded. */
    RatingAggregate find(RecordKey record) {
        return view.get(record.bytes()).map(RatingsView::aggregate).orElseGet(RatingAggregate::getDefaultInstance);
    }

    TopicView view() {
        return view;
    }

    /** For each partition of {@code ratings} the next offset that the copy does not include. */
    Progress watermarks() {
        return watermarks;
    }

    /** For operators, in offsets of {@code ratings}. */
    ViewDescription describe(int generation, boolean answers) {
        return view.status().describe(NAME, ratings.name(), ratings.partitions(), watermarks).toBuilder()
                .setGeneration(generation)
                .setAnswers(answers)
                .build();
    }

    /** The copy as of a moment at which no transaction of the fold is half in it; empty if this is no such moment. */
    Optional<ViewSnapshot> wholeSnapshot() {
        return view.snapshotIf(behind::isEmpty);
    }

    /** The digests that a snapshot holds, of each partition that has a watermark. */
    ViewDigests digestsIn(ViewSnapshot snapshot) {
        return new ViewDigests(snapshot::get, watermarks.all().keySet());
    }

    /** The digests that the copy holds now, of each partition that has a watermark. */
    ViewDigests digests() {
        return new ViewDigests(view::get, watermarks.all().keySet());
    }

    /** Closes it for good, and removes the copy. */
    void retire() throws IOException {
        close();
        TopicView.remove(folder);
    }

    private static boolean isReadable(ConsumerRecord<byte[], byte[]> record) {
        try {
            MessageLite message = ViewKeys.isRecord(record.key())
                    ? RatingAggregate.parseFrom(record.value())
                    : Watermark.parseFrom(record.value());
            return message.isInitialized();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    static RatingAggregate aggregate(byte[] value) {
        return parse(value, RatingAggregate.parser());
    }

    static Watermark watermark(byte[] value) {
        return parse(value, Watermark.parser());
    }

    private static <T extends MessageLite> T parse(byte[] value, Parser<T> parser) {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the ratings view holds what it could not read", e);
        }
    }

    /** On the view's thread: lets a watermark pass once all that belongs to it is in. */
    private final class Gatekeeper implements TopicView.Listener {
        @Override
        public void opened(TopicView stored, int partitions) {
            changes.opened(stored);
            gates.clear();
            seen.clear();
            behind.clear();
            for (int partition = 0; partition < partitions; partition++) {
                int of = partition;
                behind.add(partition);
                gates.put(partition, new WatermarkGate());
                stored.get(ViewKeys.watermark(partition))
                        .ifPresent(value -> seen.put(of, watermark(value).getNextOffset()));
            }
        }

        @Override
        public void following(Consumer<byte[], byte[]> consumer) {
            onFollowing.accept(consumer);
        }

        @Override
        public void applied(ConsumerRecord<byte[], byte[]> record) {
            changes.applied(record.key(), record.value());
            OptionalInt partition = ViewKeys.watermarkPartition(record.key());
            if (partition.isPresent() && record.value() != null) {
                seen.put(partition.getAsInt(), watermark(record.value()).getNextOffset());
            }
        }

        @Override
        public void progressed(int partition, long position, long stableEnd) {
            WatermarkGate gate = gates.get(partition);
            Long watermark = seen.remove(partition);
            if (watermark != null) {
                gate.seen(watermark, stableEnd);
            }
            if (position < stableEnd) {
                behind.add(partition);
            } else {
                behind.remove(partition);
            }
            long passed = gate.passed(position);
            if (passed >= 0) {
                watermarks.advance(partition, passed);
            }
        }
    }

    @Override
    public void close() {
        view.close();
        watermarks.close();
    }
}
