package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.NaiveRatings.Answer;
import com.movieexample.testkit.RandomEvents;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random sets of events through the real topology on the real broker, with restarts, against the naive model. */
class RandomEventsIT {
    private static final Logger log = LoggerFactory.getLogger(RandomEventsIT.class);
    private static final long SEED = Long.getLong("marquee.seed", 20_261_122L);
    private static final int SETS = 240;
    private static final int RESTART_EVERY = 48;
    private static final String AGAIN = "again ";

    private final RandomEvents random = new RandomEvents(SEED);
    private final NaiveRatings model = new NaiveRatings();
    private final Map<RatedEventSent, Future<RecordMetadata>> sent = new HashMap<>();
    private final long[] ends = new long[FoldRun.PARTITIONS];
    private int noise;

    /** Each sending of an event is one of its own. */
    private record RatedEventSent(RatedEvent event, int number) {}

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void theViewIsWhatTheNaiveModelSays(StoreKind stores, @TempDir Path stateDir) throws Exception {
        log.info("seed {} (-Dmarquee.seed to choose another)", SEED);
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            sendAllWithRestarts(run);
            await("the fold of all events, seed " + SEED)
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> isCaughtUp(CommittedView.read(run.log)));

            CommittedView view = CommittedView.read(run.log);

            assertThat(view.aggregates().keySet()).as("records, seed %d", SEED).isEqualTo(model.records());
            view.aggregates()
                    .forEach((record, aggregate) -> assertThat(answer(aggregate))
                            .as("%s, seed %d", record, SEED)
                            .isEqualTo(model.answer(record)));
            assertThatShuffledSetsAgree(view);
            assertThatDigestsAgree(view);
            assertThat(run.events("bad") + run.events("misplaced")).isGreaterThanOrEqualTo(noise);
        }
    }

    private void sendAllWithRestarts(FoldRun run) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(run)) {
            for (int i = 0; i < SETS; i++) {
                if (i % RESTART_EVERY == 0) {
                    restart(run);
                }
                boolean explicitOnly = i % 2 == 0;
                List<RatedEvent> set = random.set("set " + i, explicitOnly);
                set.forEach(event -> send(run, producer, event));
                if (explicitOnly) {
                    random.shuffledAndRepeated(set).forEach(event -> send(run, producer, again(event)));
                }
                sendNoise(run, producer, set.get(0));
            }
        }
        for (var sending : sent.entrySet()) {
            RecordMetadata taken = sending.getValue().get();
            model.add(sending.getKey().event(), taken.timestamp(), taken.offset());
        }
    }

    /** Stops in the middle of the work: there is more to fold, and some of it was folded since the last start. */
    private static void restart(FoldRun run) throws Exception {
        if (run.isRunning()) {
            double before = run.events("applied");
            await("the fold to go on, seed " + SEED)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> run.events("applied") > before);
        }
        run.stop();
        run.start();
    }

    private static Producer<byte[], byte[]> producer(FoldRun run) {
        Map<String, Object> settings = run.log.clients().settings("random-events", Map.of());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static RatedEvent again(RatedEvent event) {
        return event.withRecord(RecordKey.movie(AGAIN + event.record().id()));
    }

    private void send(FoldRun run, Producer<byte[], byte[]> producer, RatedEvent event) {
        sent.put(
                new RatedEventSent(event, sent.size()),
                send(run, producer, event.record().bytes(), event.toMessage().toByteArray()));
    }

    private Future<RecordMetadata> send(FoldRun run, Producer<byte[], byte[]> producer, byte[] key, byte[] value) {
        int partition = Partitioning.partitionOf(key, FoldRun.PARTITIONS);
        ends[partition]++;
        return producer.send(new ProducerRecord<>(run.log.topics().ratings().name(), partition, key, value));
    }

    /** A bad and a misplaced event, which must change nothing. */
    private void sendNoise(FoldRun run, Producer<byte[], byte[]> producer, RatedEvent event) {
        Future<RecordMetadata> bad =
                send(run, producer, event.record().bytes(), "no event".getBytes(StandardCharsets.UTF_8));
        Future<RecordMetadata> misplaced = send(
                run,
                producer,
                RecordKey.movie("elsewhere").bytes(),
                event.toMessage().toByteArray());
        assertThat(List.of(bad, misplaced)).doesNotContainNull();
        noise += 2;
    }

    private boolean isCaughtUp(CommittedView view) {
        for (int partition = 0; partition < FoldRun.PARTITIONS; partition++) {
            if (view.nextOffset(partition) < ends[partition]) {
                return false;
            }
        }
        return true;
    }

    private static Answer answer(RatingAggregate aggregate) {
        Map<Integer, Long> histogram = new TreeMap<>();
        for (int i = 0; i < aggregate.getHistogramValuesCount(); i++) {
            histogram.put(aggregate.getHistogramValues(i), aggregate.getHistogramCounts(i));
        }
        Map<Long, Long> days = new TreeMap<>();
        for (int i = 0; i < aggregate.getDailyCountsCount(); i++) {
            if (aggregate.getDailyCounts(i) > 0) {
                days.put(Duration.ofMillis(aggregate.getLatestEventTime()).toDays() - i, aggregate.getDailyCounts(i));
            }
        }
        return new Answer(aggregate.getCount(), aggregate.getSum(), histogram, aggregate.getLatestEventTime(), days);
    }

    private static void assertThatShuffledSetsAgree(CommittedView view) {
        List<RecordKey> shuffled = new ArrayList<>(view.aggregates().keySet());
        shuffled.removeIf(record -> !record.id().startsWith(AGAIN));
        assertThat(shuffled).hasSizeGreaterThan(SETS / 2);
        for (RecordKey record : shuffled) {
            RecordKey original = RecordKey.movie(record.id().substring(AGAIN.length()));
            assertThat(answer(view.aggregates().get(record)))
                    .as("%s shuffled, seed %d", original, SEED)
                    .isEqualTo(answer(view.aggregates().get(original)));
        }
    }

    private static void assertThatDigestsAgree(CommittedView view) {
        Map<Integer, Long> digests = new TreeMap<>();
        view.aggregates()
                .forEach((record, aggregate) -> digests.merge(
                        Partitioning.partitionOf(record.bytes(), FoldRun.PARTITIONS),
                        AggregateDigest.of(record.bytes(), aggregate),
                        Long::sum));
        digests.forEach((partition, digest) -> assertThat(
                        view.watermarks().get(partition).getDigest())
                .as("digest of partition %d, seed %d", partition, SEED)
                .isEqualTo(digest));
    }
}
