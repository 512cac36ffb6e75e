package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.RandomEvents;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFoldTest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long NOON = 20_000 * DAY + DAY / 2;
    private static final RecordKey MATRIX = RecordKey.movie("603");

    private final LogFold fold = new LogFold(new EventReader(EventRules.DEFAULT, 1));
    private long offset;

    private void put(String user, int value, long ratedAt) {
        add(new RatedEvent(MATRIX, user, OptionalInt.of(value), OptionalLong.of(ratedAt)), NOON + DAY);
    }

    private void delete(String user, long ratedAt) {
        add(new RatedEvent(MATRIX, user, OptionalInt.empty(), OptionalLong.of(ratedAt)), NOON + DAY);
    }

    private void add(RatedEvent event, long logTime) {
        byte[] key = event.record().bytes();
        fold.add(
                Partitioning.partitionOf(key, 1),
                offset++,
                key,
                event.toMessage().toByteArray(),
                logTime,
                new RecordHeaders());
    }

    private RatingAggregate aggregate() {
        return fold.records().get(MATRIX.toString()).toMessage();
    }

    @Test
    void countsWhatStands() {
        put("a", 450, NOON - DAY);
        put("b", 50, NOON - 3 * DAY);
        put("c", 450, NOON);

        assertThat(aggregate())
                .isEqualTo(RatingAggregate.newBuilder()
                        .setCount(3)
                        .setSum(950)
                        .addAllHistogramValues(List.of(50, 450))
                        .addAllHistogramCounts(List.of(1L, 2L))
                        .setLatestEventTime(NOON)
                        .setLastChangeOffset(2)
                        .addAllDailyCounts(List.of(1L, 1L, 0L, 1L))
                        .build());
    }

    @Test
    void theLastRatingOfAUserStandsHoweverLateAnOlderOneComes() {
        put("a", 450, NOON);
        put("a", 100, NOON - DAY);
        put("a", 450, NOON);

        assertThat(aggregate().getSum()).isEqualTo(450);
        assertThat(aggregate().getLastChangeOffset()).isZero();
        assertThat(fold.counts()).isEqualTo(new EventCounts(1, 2, 0, 0));
    }

    @Test
    void aRecordWhoseRatingsAreAllDeletedStaysWithNothing() {
        put("a", 450, NOON - DAY);
        delete("a", NOON);
        delete("b", NOON - DAY);

        assertThat(aggregate())
                .isEqualTo(RatingAggregate.newBuilder()
                        .setLatestEventTime(NOON)
                        .setLastChangeOffset(2)
                        .build());
        assertThat(fold.records().get(MATRIX.toString()).liveRatings()).isZero();
    }

    @Test
    void daysReachBackThirtyFromTheLatestEvent() {
        put("a", 450, NOON - 29 * DAY);
        put("b", 450, NOON - 30 * DAY);
        delete("c", NOON);

        assertThat(aggregate().getCount()).isEqualTo(2);
        assertThat(aggregate().getDailyCountsList()).hasSize(30).endsWith(1L);
        assertThat(aggregate().getDailyCountsList().subList(0, 29)).containsOnly(0L);
    }

    @Test
    void badAndMisplacedEventsOnlyCountAsSuch() {
        byte[] good = new RatedEvent(MATRIX, "a", OptionalInt.of(450), OptionalLong.empty())
                .toMessage()
                .toByteArray();

        fold.add(0, 0, null, good, NOON, new RecordHeaders());
        fold.add(0, 1, RecordKey.movie("604").bytes(), good, NOON, new RecordHeaders());
        fold.add(0, 2, MATRIX.bytes(), "garbage".getBytes(StandardCharsets.UTF_8), NOON, new RecordHeaders());

        assertThat(fold.records()).isEmpty();
        assertThat(fold.counts()).isEqualTo(new EventCounts(0, 0, 1, 2));
        assertThat(fold.counts().all()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheNaiveModel(long seed) {
        RandomEvents random = new RandomEvents(seed);
        NaiveRatings naive = new NaiveRatings();
        for (int set = 0; set < 25; set++) {
            for (RatedEvent event : random.set("set " + set, set % 2 == 0)) {
                long logTime = 1_700_000_000_000L + offset / 3;
                naive.add(event, logTime, offset);
                add(event, logTime);
            }
        }

        assertThat(fold.records()).hasSameSizeAs(naive.records());
        naive.records()
                .forEach(record -> assertThat(answer(record))
                        .as("%s, seed %d", record, seed)
                        .isEqualTo(naive.answer(record)));
    }

    private NaiveRatings.Answer answer(RecordKey record) {
        RatingAggregate aggregate = fold.records().get(record.toString()).toMessage();
        Map<Integer, Long> histogram = new TreeMap<>();
        for (int i = 0; i < aggregate.getHistogramValuesCount(); i++) {
            histogram.put(aggregate.getHistogramValues(i), aggregate.getHistogramCounts(i));
        }
        Map<Long, Long> days = new HashMap<>();
        IntStream.range(0, aggregate.getDailyCountsCount())
                .filter(age -> aggregate.getDailyCounts(age) > 0)
                .forEach(age -> days.put(aggregate.getLatestEventTime() / DAY - age, aggregate.getDailyCounts(age)));
        return new NaiveRatings.Answer(
                aggregate.getCount(), aggregate.getSum(), histogram, aggregate.getLatestEventTime(), days);
    }
}
