package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.Appended;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Ratings without a time of their own, each by another user, so that each that is folded shows in a count. */
final class RatedByMany {
    private static final int RECORDS = 20;

    private final Map<RecordKey, Long> counts = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();

    private int sent;

    private RatedByMany() {}

    static RatedByMany append(MarqueeLog log, int events) {
        RatedByMany rated = new RatedByMany();
        rated.appendMore(log, events);
        return rated;
    }

    void appendMore(MarqueeLog log, int events) {
        List<CompletableFuture<Appended>> appended = new ArrayList<>();
        try (TopicWriter<RatingEvent> ratings =
                new TopicWriter<>(log.clients(), "rated-by-many", log.topics().ratings())) {
            for (int i = 0; i < events; i++) {
                appended.add(append(ratings, sent++));
            }
            appended.forEach(CompletableFuture::join);
        }
    }

    private CompletableFuture<Appended> append(TopicWriter<RatingEvent> ratings, int number) {
        RecordKey record = RecordKey.movie("rated " + number % RECORDS);
        RatedEvent event = new RatedEvent(record, "user " + number, OptionalInt.of(450), OptionalLong.empty());
        counts.merge(record, 1L, Long::sum);
        ends.merge(Partitioning.partitionOf(record.bytes(), FoldRun.PARTITIONS), 1L, Long::sum);
        return ratings.append(record.toString(), event.toMessage());
    }

    /** Whether the view has come to the end of each partition. */
    boolean isAllIn(CommittedView view) {
        return ends.entrySet().stream().allMatch(end -> view.nextOffset(end.getKey()) >= end.getValue());
    }

    void assertThatNoneIsMissing(CommittedView view) {
        Map<RecordKey, Long> found = new HashMap<>();
        view.aggregates().forEach((record, aggregate) -> found.put(record, aggregate.getCount()));
        assertThat(found).isEqualTo(counts);
    }
}
