package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.RandomEvents;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On one partition, with an event every few hundred offsets. */
class FoldedCheckpointsTest {
    private final TreeMap<Long, RatedEvent> log = new TreeMap<>();

    private void append(long seed, int events) {
        RandomEvents random = new RandomEvents(seed);
        Random gaps = new Random(seed);
        long offset = 0;
        for (int set = 0; log.size() < events; set++) {
            for (RatedEvent event : random.set("set " + set, false)) {
                log.put(offset, event);
                offset += 1 + gaps.nextInt(600);
            }
        }
    }

    private static LogFold empty() {
        return new LogFold(new EventReader(EventRules.DEFAULT, 1));
    }

    private static LogFold fold(Map<Long, RatedEvent> events, LogFold into) {
        events.forEach((offset, event) -> into.add(
                0,
                offset,
                event.record().bytes(),
                event.toMessage().toByteArray(),
                1_700_000_000_000L,
                new RecordHeaders()));
        return into;
    }

    private static long digest(LogFold fold) {
        return fold.records().entrySet().stream()
                .mapToLong(record -> AggregateDigest.of(
                        record.getKey().getBytes(StandardCharsets.UTF_8),
                        record.getValue().toMessage()))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachIsTheDigestOfAllThatLiesBelowItsOffset(long seed) {
        append(seed, 500);
        long last = log.lastKey() / 10_000 * 10_000;

        FoldedCheckpoints taken = fold(log, empty()).checkpoints();

        for (long offset = 10_000; offset <= last; offset += 10_000) {
            assertThat(taken.digestAt(0, offset))
                    .as("at %d, seed %d", offset, seed)
                    .hasValue(digest(fold(log.headMap(offset), empty())));
        }
        assertThat(taken.digestAt(0, last + 10_000)).isEmpty();
    }

    @Test
    void theLastOneIsThereOnceAllBelowItIsFolded() {
        log.put(9_999L, new RandomEvents(4).set("set", true).get(0));
        LogFold fold = fold(log, empty());
        assertThat(fold.checkpoints().digestAt(0, 10_000)).isEmpty();

        fold.checkpoints().passTo(0, 10_000);

        assertThat(fold.checkpoints().digestAt(0, 10_000)).hasValue(digest(fold));
    }

    @Test
    void ofALongLogOnlyThoseThatAViewStillKeepsAreTaken() {
        append(5, 5_000);
        long last = log.lastKey() / 10_000 * 10_000;
        long least = last - 63 * 10_000;
        LogFold fold = empty();
        fold.checkpoints().expect(Map.of(0, log.lastKey() + 1));

        fold(log, fold);

        assertThat(fold.checkpoints().digestAt(0, 10_000)).isEmpty();
        assertThat(fold.checkpoints().digestAt(0, least)).hasValue(digest(fold(log.headMap(least), empty())));
        assertThat(fold.checkpoints().digestAt(0, last)).hasValue(digest(fold(log.headMap(last), empty())));
    }
}
