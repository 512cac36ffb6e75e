package com.movieexample.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, each of which holds two of the four partitions. */
class RatingAggregatorIT {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Some of every partition. */
    private static final List<RecordKey> RATED = IntStream.range(0, 24)
            .mapToObj(i -> RecordKey.movie("Rated/" + i + " ä"))
            .toList();

    private static final RecordKey EMPTIED = RecordKey.movie("emptied");
    private static final RecordKey UNRATED = RecordKey.movie("unrated");

    private static AggregatorProcess one;
    private static AggregatorProcess other;

    @BeforeAll
    static void start(@TempDir Path oneFolder, @TempDir Path otherFolder) throws Exception {
        MarqueeLog log = TestLogs.open("aggregator", PARTITIONS);
        try (TopicWriter<RatingEvent> ratings =
                new TopicWriter<>(log.clients(), "test-ratings", log.topics().ratings())) {
            RATED.forEach(record -> append(ratings, record, OptionalInt.of(450)));
            append(ratings, EMPTIED, OptionalInt.of(450));
            append(ratings, EMPTIED, OptionalInt.empty());
        }
        one = AggregatorProcess.start(log, oneFolder);
        other = AggregatorProcess.start(log, otherFolder);
        await().atMost(PATIENCE).until(() -> holdsTwoPartitions(one) && holdsTwoPartitions(other));
        await().atMost(PATIENCE)
                .until(() -> RATED.stream().allMatch(record -> answer(record).hasAggregate()));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    private static void append(TopicWriter<RatingEvent> ratings, RecordKey record, OptionalInt value) {
        RatedEvent event = new RatedEvent(record, "neo", value, OptionalLong.empty());
        ratings.append(record.toString(), event.toMessage()).join();
    }

    private static boolean holdsTwoPartitions(AggregatorProcess instance) {
        return RATED.stream()
                        .filter(record -> instance.find(record.toString()).isPresent())
                        .mapToInt(record -> Partitioning.partitionOf(record.bytes(), PARTITIONS))
                        .distinct()
                        .count()
                == 2;
    }

    /** By the one instance that has an answer. */
    private static RecordAggregate answer(RecordKey record) {
        Optional<RecordAggregate> first = one.find(record.toString());
        Optional<RecordAggregate> second = other.find(record.toString());
        assertThat(first.isPresent())
                .as("answers for %s: %s and %s", record, first, second)
                .isNotEqualTo(second.isPresent());
        return first.or(() -> second).orElseThrow();
    }

    @Test
    void theInstanceThatHoldsARecordAnswersAndTheOtherIsUnavailable() {
        for (RecordKey record : RATED) {
            RecordAggregate answer = answer(record);

            assertThat(answer.getRecordKey()).isEqualTo(record.toString());
            assertThat(answer.getAggregate().getCount()).isEqualTo(1);
            assertThat(answer.getAggregate().getSum()).isEqualTo(450);
            assertThat(answer.getReach().getPartition())
                    .isEqualTo(Partitioning.partitionOf(record.bytes(), PARTITIONS));
            assertThat(answer.getReach().getNextOffset())
                    .isGreaterThan(answer.getAggregate().getLastChangeOffset());
        }
    }

    @Test
    void aRecordOfWhichNothingWasFoldedHasNoAggregate() {
        RecordAggregate answer = answer(UNRATED);

        assertThat(answer.hasAggregate()).isFalse();
        assertThat(answer.getReach().getNextOffset()).isPositive();
    }

    @Test
    void aRecordWhoseRatingsWereDeletedKeepsAnEmptyAggregate() {
        RecordAggregate answer = answer(EMPTIED);

        assertThat(answer.hasAggregate()).isTrue();
        assertThat(answer.getAggregate().getCount()).isZero();
        assertThat(answer.getAggregate().getLatestEventTime()).isPositive();
    }

    @Test
    void severalRecordsAreAnsweredInTheirOrder() {
        List<String> held = RATED.stream()
                .map(RecordKey::toString)
                .filter(key -> one.find(key).isPresent())
                .sorted(Collections.reverseOrder())
                .toList();

        assertThat(one.get(held)).extracting(RecordAggregate::getRecordKey).isEqualTo(held);
    }

    @Test
    void isUnavailableForAllIfItIsForOne() {
        List<String> all = RATED.stream().map(RecordKey::toString).toList();

        assertThatThrownBy(() -> one.get(all)).hasMessageStartingWith("UNAVAILABLE: partition ");
    }

    @Test
    void refusesTooFewOrTooManyKeysAndThoseThatAreNone() {
        assertThatThrownBy(() -> one.get(List.of()))
                .hasMessage("INVALID_ARGUMENT: recordKeys is \"0\", expected 1 to 100 keys");
        assertThatThrownBy(() -> one.get(Collections.nCopies(101, "movie/603")))
                .hasMessage("INVALID_ARGUMENT: recordKeys is \"101\", expected 1 to 100 keys");
        assertThatThrownBy(() -> one.get(List.of("movie/6/03")))
                .hasMessageStartingWith("INVALID_ARGUMENT: record key is \"movie/6/03\"");
    }
}
