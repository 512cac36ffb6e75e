package com.movieexample.aggregator.query;

import com.google.protobuf.Parser;
import com.movieexample.aggregator.store.RatingLayout;
import com.movieexample.aggregator.store.Stored;
import com.movieexample.api.v1.PartitionReach;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.UserRating;
import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.rules.RatingVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What the two stores of one partition hold. Thread-safe.
 *
 * @param standby whether they are copies of those that another instance folds into
 * @param logEnd where the partition of the log ended a moment ago, if known
 * @param generation of which they are
 */
record PartitionView(
        int partition,
        boolean standby,
        OptionalLong logEnd,
        int generation,
        ReadOnlyKeyValueStore<Bytes, byte[]> aggregates,
        ReadOnlyKeyValueStore<Bytes, byte[]> ratings) {
    /** How many entries one page may cost: a record may have a million deleted ratings in a row. */
    static final int LOOKED_AT = 10_000;

    /** The ratings of a page, and the user after whom the next one begins; empty after the last one. */
    record Page(List<UserRating> ratings, String nextAfterUserId) {}

    /** To be asked first: what is read after it is at least as new. */
    PartitionReach reach() {
        Watermark watermark =
                read(ViewKeys.watermark(partition), Watermark.parser()).orElseGet(Watermark::getDefaultInstance);
        PartitionReach.Builder reach = PartitionReach.newBuilder()
                .setPartition(partition)
                .setNextOffset(watermark.getNextOffset())
                .setStandby(standby)
                .setGeneration(generation);
        logEnd.ifPresent(reach::setLogEnd);
        return reach.build();
    }

    Optional<RatingAggregate> aggregate(RecordKey record) {
        return read(record.bytes(), RatingAggregate.parser());
    }

    private <T> Optional<T> read(byte[] key, Parser<T> parser) {
        return Stored.message(aggregates.get(Bytes.wrap(key)), parser);
    }

    /** Empty when the user has no live rating of the record. */
    Optional<UserRating> rating(RecordKey record, String userId) {
        return Optional.ofNullable(ratings.get(RatingLayout.key(record.bytes(), userId)))
                .map(RatingLayout::version)
                .filter(RatingVersion::live)
                .map(version -> message(userId, version));
    }

    /** The live ratings of a record, ascending by the bytes of the users' ids. */
    Page page(RecordKey record, int size, String afterUserId) {
        byte[] key = record.bytes();
        List<UserRating> page = new ArrayList<>();
        String last = afterUserId;
        try (KeyValueIterator<Bytes, byte[]> entries =
                ratings.range(RatingLayout.keyAfter(key, afterUserId), RatingLayout.endOf(key))) {
            for (int i = 0; i < LOOKED_AT && page.size() < size && entries.hasNext(); i++) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                last = RatingLayout.userOf(key, entry.key);
                RatingVersion version = RatingLayout.version(entry.value);
                if (version.live()) {
                    page.add(message(last, version));
                }
            }
            return new Page(page, entries.hasNext() ? last : "");
        }
    }

    private static UserRating message(String userId, RatingVersion version) {
        return UserRating.newBuilder()
                .setUserId(userId)
                .setValue(version.value())
                .setRatedAt(version.time())
                .build();
    }
}
