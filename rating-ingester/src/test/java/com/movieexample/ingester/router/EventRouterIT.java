package com.movieexample.ingester.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EventRouterIT {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TIME = 1_700_000_000_000L;
    private static final RecordKey RECORD = RecordKey.movie("603");
    private static final int RIGHT = Partitioning.partitionOf(RECORD.bytes(), PARTITIONS);
    private static final int WRONG = (RIGHT + 1) % PARTITIONS;

    private final MarqueeLog log = TestLogs.open("router", PARTITIONS);
    private final RawTopic ratings = RouterRun.ratings(log);

    private static byte[] rating(String user, OptionalLong ratedAt) {
        return new RatedEvent(RECORD, user, OptionalInt.of(450), ratedAt)
                .toMessage()
                .toByteArray();
    }

    private static byte[] rating(String user) {
        return rating(user, OptionalLong.empty());
    }

    /** A good event in its place, three that are misplaced and three that are bad. */
    private void writeOfEachKind() throws Exception {
        ratings.append(List.of(
                ratings.entry(RIGHT, RECORD.bytes(), rating("in place")),
                ratings.entry(RIGHT, null, rating("no key")),
                ratings.entry(RIGHT, RecordKey.movie("604").bytes(), rating("other key", OptionalLong.of(TIME))),
                ratings.entry(WRONG, RECORD.bytes(), rating("other partition"))));
        ratings.append(List.of(
                ratings.entry(0, RECORD.bytes(), "garbage".getBytes(UTF_8)),
                ratings.entry(1, RECORD.bytes(), rating("from the future", OptionalLong.of(4 * TIME))),
                ratings.entry(2, null, null)));
    }

    private static void awaitThrough(RouterRun run) {
        await().atMost(PATIENCE).until(run::isThrough);
    }

    @Test
    void eachMisplacedEventIsCopiedOnceAndEachBadOneIsOneDeadLetter() throws Exception {
        writeOfEachKind();

        try (RouterRun run = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> RouterRun.copies(log).size() == 3);
            awaitThrough(run);

            assertThat(RouterRun.copies(log))
                    .hasSize(3)
                    .allSatisfy(copy -> assertThat(copy.partition()).isEqualTo(RIGHT))
                    .allSatisfy(copy -> assertThat(copy.key()).isEqualTo(RECORD.bytes()))
                    .extracting(copy ->
                            copy.headers().lastHeader(EventHeaders.ORIGIN).value())
                    .extracting(origin -> new String(origin, UTF_8))
                    .containsExactlyInAnyOrder(origin(RIGHT, 1), origin(RIGHT, 2), origin(WRONG, 0));
            NaiveRatings.Answer answer = RouterRun.view(log).get(RECORD.toString());
            assertThat(answer.count()).isEqualTo(4);
            assertThatEachBadOneIsThere();
            assertThat(run.count("copied")).isEqualTo(3);
            assertThat(run.count("dead-lettered")).isEqualTo(3);
            assertThat(run.router.check()).isEqualTo(CheckResult.ok());
        }
    }

    private void assertThatEachBadOneIsThere() {
        assertThat(RouterRun.deadLetters(log))
                .extracting(letter -> letter.origin().partition(), DeadLetter::reason)
                .satisfiesExactlyInAnyOrder(
                        letter -> assertThat(letter.toList().toString()).startsWith("[0, value can't be read"),
                        letter -> assertThat(letter.toList().toString()).startsWith("[1, ratedAt is "),
                        letter -> assertThat(letter.toList().toString()).startsWith("[2, value is missing"));
        assertThat(RouterRun.deadLetters(log))
                .filteredOn(letter -> letter.origin().partition() == 0)
                .first()
                .satisfies(letter ->
                        assertThat(letter.value().orElseThrow()).asString().isEqualTo("garbage"));
    }

    private String origin(int partition, int offset) {
        return log.topics().ratings().name() + "/" + partition + ":" + offset;
    }

    @Test
    void aRouterThatDiedBeforeItCommittedLetsNothingCountTwice() throws Exception {
        writeOfEachKind();
        try (RouterRun run = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> RouterRun.copies(log).size() == 3);
            awaitThrough(run);
        }
        Map<String, NaiveRatings.Answer> before = RouterRun.view(log);
        RouterRun.forgetCommits(log);

        try (RouterRun second = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> second.count("dead-lettered") == 3);
            await().atMost(PATIENCE).until(() -> RouterRun.copies(log).size() == 6);
            awaitThrough(second);
        }

        assertThat(RouterRun.view(log)).isEqualTo(before);
        assertThat(RouterRun.deadLetters(log)).hasSize(6);
        assertThat(RouterRun.deadLetters(log).stream().map(DeadLetter::origin).distinct())
                .hasSize(3);
    }

    @Test
    void aCopyThatIsMisplacedAgainIsBadAndNeverCopiedAgain() throws Exception {
        ProducerRecord<byte[], byte[]> copy = ratings.entry(WRONG, RECORD.bytes(), rating("again"));
        copy.headers().add(EventHeaders.ORIGIN, "ratings/0:0".getBytes(UTF_8));
        ratings.append(List.of(copy));

        try (RouterRun run = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> run.count("dead-lettered") == 1);
            awaitThrough(run);

            assertThat(RouterRun.events(log)).hasSize(1);
            assertThat(RouterRun.deadLetters(log))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).contains("misplaced again"));
        }
    }

    @Test
    void noEventIsTooLargeForIt() throws Exception {
        ratings.append(List.of(
                ratings.entry(WRONG, RECORD.bytes(), large(5_000)),
                ratings.entry(WRONG, RECORD.bytes(), large(50_000))));
        RouterRun.configure(log, ratings.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2000");
        RouterRun.configure(log, log.topics().deadLetters().name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10000");
        ratings.append(List.of(ratings.entry(WRONG, RECORD.bytes(), rating("small"))));

        try (RouterRun run = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> run.count("dead-lettered") == 2 && run.count("copied") == 1);
            awaitThrough(run);

            assertThat(RouterRun.deadLetters(log))
                    .extracting(DeadLetter::isCut, DeadLetter::size)
                    .map(Object::toString)
                    .containsExactlyInAnyOrder(
                            "(false, %d)".formatted(large(5_000).length), "(true, %d)".formatted(large(50_000).length));
            assertThat(RouterRun.deadLetters(log))
                    .allSatisfy(letter -> assertThat(letter.reason()).startsWith("event is too large to be copied"));
        }
    }

    /** Good by the rules, with a field that no rule knows and that can't be compressed. */
    private static byte[] large(int bytes) {
        byte[] filling = new byte[bytes];
        new Random(bytes).nextBytes(filling);
        UnknownFieldSet.Field field = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFrom(filling))
                .build();
        return new RatedEvent(RECORD, "large", OptionalInt.of(450), OptionalLong.empty())
                .toMessage().toBuilder()
                        .setUnknownFields(UnknownFieldSet.newBuilder()
                                .addField(1_000, field)
                                .build())
                        .build()
                        .toByteArray();
    }

    @Test
    void whatCantBeSentIsNotPassedOverAndDegradesOnly() throws Exception {
        String deadLetters = log.topics().deadLetters().name();
        RouterRun.configure(log, deadLetters, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10");
        ratings.append(List.of(
                ratings.entry(RIGHT, RECORD.bytes(), "garbage".getBytes(UTF_8)),
                ratings.entry(RIGHT, RECORD.bytes(), rating("good"))));

        try (RouterRun run = RouterRun.started(log)) {
            await().atMost(PATIENCE).until(() -> run.router.check().status() == CheckResult.Status.DEGRADED);
            assertThat(run.router.check().detail())
                    .contains("the router failed: topic " + deadLetters + " did not take");
            assertThat(run.router.describe().getWatermarksMap().getOrDefault(RIGHT, 0L))
                    .isZero();

            RouterRun.configure(log, deadLetters, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10000");

            await().atMost(PATIENCE).until(() -> run.router.check().status() == CheckResult.Status.OK);
            awaitThrough(run);
            assertThat(RouterRun.deadLetters(log).stream()
                            .map(DeadLetter::origin)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void severalRoutersShareTheWork() throws Exception {
        try (RouterRun one = RouterRun.started(log)) {
            awaitThrough(one);
            try (RouterRun other = RouterRun.started(log)) {
                await().atMost(PATIENCE)
                        .until(() -> !other.router.describe().getWatermarksMap().isEmpty()
                                && one.router.describe().getWatermarksMap().size()
                                                + other.router
                                                        .describe()
                                                        .getWatermarksMap()
                                                        .size()
                                        == PARTITIONS);
                writeOfEachKind();
                await().atMost(PATIENCE)
                        .until(() -> one.count("copied") + other.count("copied") == 3
                                && one.count("dead-lettered") + other.count("dead-lettered") == 3);
            }

            // The one that is left takes over what the other had, and repeats nothing.
            awaitThrough(one);
            assertThat(RouterRun.copies(log)).hasSize(3);
            assertThat(RouterRun.deadLetters(log)).hasSize(3);
        }
    }
}
