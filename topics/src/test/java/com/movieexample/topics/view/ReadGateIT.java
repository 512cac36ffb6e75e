package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Freshness;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.Positions;
import com.movieexample.api.ViewUnavailableException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadGateIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final Topics topics = new Topics(SharedBroker.uniqueName("gate") + ".", 2, 1);
    private final RawTopic ratings =
            new RawTopic(SharedBroker.clients(), topics.ratings().name());
    private final Progress watermarks = new Progress();
    private ReadGate gate;

    @BeforeEach
    void openPatiently() throws Exception {
        ratings.create(2, Map.of());
        gate = open(SharedBroker.clients(), LONG);
    }

    private ReadGate open(KafkaClients clients, Duration timeout) {
        return open(clients, new ReadBounds(timeout, MaxLag.NONE));
    }

    private ReadGate open(KafkaClients clients, ReadBounds bounds) {
        LogEnds ends = new LogEnds(clients, "test-ends", List.of(topics.ratings()));
        ReadGate opened = new ReadGate(topics, Map.of(topics.ratings().name(), watermarks), ends, bounds);
        opened.start();
        return opened;
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private Positions position(int partition, long offset) {
        return Positions.parse(topics.ratings().name() + "/" + partition + ":" + offset);
    }

    private CompletableFuture<Long> read(ReadGate asked, Positions seen) {
        return asked.read(seen, () -> Freshness.NONE, () -> watermarks.of(0)).thenApply(Answer::found);
    }

    @Test
    void readsAtOnceWhatIsIncluded() {
        watermarks.advance(0, 5);

        assertThat(read(gate, position(0, 4))).isCompletedWithValue(5L);
        assertThat(read(gate, Positions.NONE)).isCompletedWithValue(5L);
    }

    @Test
    void readsLaterWhatIsNotYetIncluded() throws Exception {
        for (String value : List.of("a", "b", "c")) {
            ratings.put("key", value);
        }
        CompletableFuture<Long> second = read(gate, position(0, 1));
        CompletableFuture<Long> third = read(gate, position(0, 2));

        watermarks.advance(0, 2);

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(third).isNotDone();
        watermarks.advance(0, 3);
        assertThat(third.get(20, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void refusesAPositionBeyondTheEndOfTheLog() throws Exception {
        ratings.put("key", "a");

        assertThatThrownBy(read(gate, position(0, 1))::join)
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("ratings/0:1\", expected a position before the log's end, 1");
    }

    @Test
    void aViewThatStandsStillEndsTheRead() throws Exception {
        ratings.put("key", "a");

        try (ReadGate hasty = open(SharedBroker.clients(), SHORT)) {
            assertThatThrownBy(read(hasty, position(0, 0))::join)
                    .hasCauseInstanceOf(PositionNotReachedException.class)
                    .hasMessageEndingWith("ratings/0:0 within 400 ms, it includes what is before 0");
        }
        assertThat(watermarks.waiting()).isZero();
    }

    @Test
    void aPositionThatCantBeCheckedIsWaitedFor() throws Exception {
        try (ReadGate alone = open(new KafkaClients("127.0.0.1:1", Map.of()), SHORT)) {
            assertThatThrownBy(read(alone, position(0, 9))::join).hasCauseInstanceOf(PositionNotReachedException.class);
            assertThat(alone.freshness(topics.ratings(), List.of(new byte[0])).lag())
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatNoLogHas() {
        assertThatThrownBy(() -> read(gate, Positions.parse("elsewhere/0:1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected a position in one of [");
        assertThatThrownBy(() -> read(gate, position(2, 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("expected a partition up to the last one, "
                        + topics.ratings().name() + "/1");
    }

    @Test
    void positionsOfATopicThatIsNotFollowedDontMatter() {
        String elsewhere = topics.movieMetadata().name() + "/0:1000";

        assertThat(read(gate, Positions.parse(elsewhere))).isCompletedWithValue(0L);
    }

    @Test
    void refusesWhatLacksMoreThanItMay() throws Exception {
        ratings.put("key", "a");
        ratings.put("key", "b");
        MaxLag one = new MaxLag(OptionalLong.of(1), Optional.empty());

        try (ReadGate strict = open(SharedBroker.clients(), new ReadBounds(SHORT, one))) {
            await().untilAsserted(() -> assertThatThrownBy(() -> freshness(strict))
                    .isInstanceOf(ViewUnavailableException.class)
                    .hasMessageEndingWith("ratings/0 lacks 2 events, more than the 1 that --max-lag allows"));
            watermarks.advance(0, 1);
            assertThat(freshness(strict).lag()).hasValue(1);
        }
    }

    /** Of partition 0. */
    private Freshness freshness(ReadGate asked) {
        byte[] key = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8))
                .filter(candidate -> Partitioning.partitionOf(candidate, 2) == 0)
                .findFirst()
                .orElseThrow();
        return asked.freshness(topics.ratings(), List.of(key));
    }

    @Test
    void refusesWhatIsOlderThanItMayBe() throws Exception {
        MaxLag second = new MaxLag(OptionalLong.empty(), Optional.of(Duration.ofSeconds(1)));

        try (ReadGate strict = open(SharedBroker.clients(), new ReadBounds(SHORT, second))) {
            await().ignoreException(ViewUnavailableException.class)
                    .until(() -> freshness(strict).lag().orElse(-1) == 0);
            ratings.put("key", "a");
            await().untilAsserted(() -> assertThatThrownBy(() -> freshness(strict))
                    .hasMessageContaining("ratings/0 was complete ")
                    .hasMessageEndingWith("ms ago, more than the 1000 ms that --max-lag allows"));
            watermarks.advance(0, 1);
            await().ignoreException(ViewUnavailableException.class)
                    .until(() -> freshness(strict).lag().orElse(-1) == 0);
            assertThat(strict.whyTooOld()).isEmpty();
        }
    }

    @Test
    void whatIsNotKnownIsTooOld() {
        MaxLag many = new MaxLag(OptionalLong.of(1_000_000), Optional.empty());

        try (ReadGate alone = open(new KafkaClients("127.0.0.1:1", Map.of()), new ReadBounds(SHORT, many))) {
            assertThatThrownBy(() -> freshness(alone))
                    .hasMessageContaining("may lack more than the 1,000,000 events that --max-lag allows: ");
        }
    }

    @Test
    void saysWhatAReadReflectsAndHowFarTheLogIsAhead() throws Exception {
        byte[] key = "movie/603".getBytes(StandardCharsets.UTF_8);
        int partition = Partitioning.partitionOf(key, 2);
        try (var producer = ratings.transactionalProducer()) {
            producer.beginTransaction();
            ratings.send(producer, partition, "movie/603", "a");
            ratings.send(producer, partition, "movie/603", "b");
            producer.commitTransaction();
        }
        watermarks.advance(partition, 1);

        // Two records and a marker, of which one is included.
        await().untilAsserted(() -> assertThat(gate.freshness(topics.ratings(), List.of(key, key)))
                .isEqualTo(Freshness.of(topics.ratings().name(), partition, 1, OptionalLong.of(3))));
    }
}
