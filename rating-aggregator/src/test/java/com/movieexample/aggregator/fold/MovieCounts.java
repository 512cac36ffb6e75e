package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Many random events with times of their own, among them ratings of the same movie by the same user, deletes and late
 * ones; and what each movie's count and sum must be, worked out without the fold. Not thread-safe.
 */
final class MovieCounts {
    private static final int MOVIES = 2_000;
    private static final int USERS = 20_000;
    private static final long START = 1_600_000_000_000L;

    private final Random random;
    /** Packed, for there may be millions: by movie and user the last version's time, and its value or 0. */
    private final Map<Long, Long> last = new HashMap<>();

    private final long[] ends = new long[FoldRun.PARTITIONS];
    private long appended;

    MovieCounts(long seed) {
        random = new Random(seed);
    }

    void append(MarqueeLog log, int events) throws ExecutionException, InterruptedException {
        String topic = log.topics().ratings().name();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<byte[], byte[]> producer = log.clients().bytesProducer("movie-counts")) {
            for (int i = 0; i < events; i++) {
                RatedEvent event = next();
                byte[] key = event.record().bytes();
                int partition = Partitioning.partitionOf(key, FoldRun.PARTITIONS);
                ends[partition]++;
                sent.add(producer.send(new ProducerRecord<>(
                        topic, partition, key, event.toMessage().toByteArray())));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
        appended += events;
    }

    private RatedEvent next() {
        int movie = random.nextInt(MOVIES);
        // Few users rate a fifth of all, so that they rate the same movies again.
        int user = random.nextInt(random.nextInt(5) == 0 ? 20 : USERS);
        long time = START + random.nextInt(1_000_000);
        int value = random.nextInt(20) == 0 ? 0 : 50 * (1 + random.nextInt(10));
        keepLast((long) movie * USERS + user, time, value);
        return new RatedEvent(
                RecordKey.movie("m" + movie),
                "u" + user,
                value == 0 ? OptionalInt.empty() : OptionalInt.of(value),
                OptionalLong.of(time));
    }

    /** By time; at the same time a delete beats a put, and the higher value the lower. */
    private void keepLast(long rating, long time, int value) {
        long rank = value == 0 ? 1_000 : value;
        last.merge(rating, time * 1_001 + rank, Math::max);
    }

    long appended() {
        return appended;
    }

    boolean isAllIn(CommittedView view) {
        for (int partition = 0; partition < ends.length; partition++) {
            if (view.nextOffset(partition) < ends[partition]) {
                return false;
            }
        }
        return true;
    }

    /** Holds every movie's count and sum against the view. */
    void assertThatAllCount(CommittedView view, String when) {
        Map<String, String> expected = new HashMap<>();
        last.forEach((rating, version) -> {
            long value = version % 1_001;
            long movie = rating / USERS;
            expected.merge("m" + movie, value == 1_000 ? "0 0" : "1 " + value, MovieCounts::plus);
        });
        Map<String, String> found = new HashMap<>();
        for (Map.Entry<RecordKey, RatingAggregate> movie : view.aggregates().entrySet()) {
            found.put(
                    movie.getKey().id(),
                    movie.getValue().getCount() + " " + movie.getValue().getSum());
        }
        assertThat(found).as(when).isEqualTo(expected);
    }

    private static String plus(String a, String b) {
        String[] left = a.split(" ", -1);
        String[] right = b.split(" ", -1);
        return (Long.parseLong(left[0]) + Long.parseLong(right[0])) + " "
                + (Long.parseLong(left[1]) + Long.parseLong(right[1]));
    }
}
