package com.movieexample.bench.rebuild;

import com.movieexample.api.Positions;
import com.movieexample.bench.query.SampleMovies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Reads of one instance at a steady pace, by readers who remember how far each partition's answers have reached. Every
 * second one passes on what it has seen, as a client that must not go back does. Thread-safe.
 */
final class CheckedReads implements AutoCloseable {
    private static final int READERS = 8;
    private static final int FAULTS_KEPT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path path;
    private final int movies;
    private final long pauseNanos;
    private final String topic;
    private final Latencies latencies = new Latencies();
    private final LongAdder failed = new LongAdder();
    private final LongAdder wentBack = new LongAdder();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListSet<String> generations = new ConcurrentSkipListSet<>();
    private final List<Thread> threads;
    private final long begun = System.nanoTime();
    private volatile boolean closed;

    /** What a reader asks for. */
    @FunctionalInterface
    interface Path {
        /** @param movies ids of some */
        URI of(List<String> movies);
    }

    /**
     * @param topic the name of {@code ratings}
     * @param movies how many there are
     */
    CheckedReads(String name, String topic, int movies, int perSecond, Path path) {
        this.name = name;
        this.topic = topic;
        this.movies = movies;
        this.pauseNanos = TimeUnit.SECONDS.toNanos(READERS) / perSecond;
        this.path = path;
        this.threads = IntStream.range(0, READERS)
                .mapToObj(number -> new Thread(() -> read(number), name + "-" + number))
                .toList();
    }

    CheckedReads start() {
        threads.forEach(Thread::start);
        return this;
    }

    private void read(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Map<Integer, Long> reached = new HashMap<>();
        Positions seen = Positions.NONE;
        long due = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(due - System.nanoTime());
            List<String> asked =
                    random.ints(2, 0, movies).mapToObj(SampleMovies::id).toList();
            HttpRequest.Builder request = HttpRequest.newBuilder(path.of(asked)).timeout(PATIENCE);
            if (number % 2 == 1 && !seen.isEmpty()) {
                request.header(Positions.HEADER, seen.toString());
            }
            try {
                long asking = System.nanoTime();
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                latencies.note(System.nanoTime() - asking);
                seen = seen.and(check(answer, reached));
            } catch (IOException e) {
                fail(e.toString());
            } catch (InterruptedException e) {
                return;
            }
            due = Math.max(due + pauseNanos, System.nanoTime() - pauseNanos);
        }
    }

    private Positions check(HttpResponse<String> answer, Map<Integer, Long> reached) {
        if (answer.statusCode() != 200) {
            fail(answer.statusCode() + " " + answer.body());
            return Positions.NONE;
        }
        answer.headers().firstValue("Marquee-Generation").ifPresent(generations::add);
        Positions reflects =
                Positions.parse(answer.headers().firstValue(Positions.HEADER).orElse(""));
        reflects.in(topic).forEach((partition, offset) -> {
            long before = reached.merge(partition, offset, Math::max);
            if (before > offset) {
                wentBack.increment();
                keep("partition %d went back from %d to %d".formatted(partition, before, offset));
            }
        });
        return reflects;
    }

    private void fail(String what) {
        failed.increment();
        keep(what);
    }

    private void keep(String fault) {
        if (faults.size() < FAULTS_KEPT) {
            faults.add("after %.1f s %s".formatted((System.nanoTime() - begun) / 1e9, fault));
        }
    }

    /** What went wrong so far is not counted: two services that have just started are slow to answer each other. */
    void forget() {
        failed.reset();
        wentBack.reset();
        faults.clear();
        latencies.take();
    }

    /** Since it was made. */
    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    /** The first ones, and when. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Of those since the last time. */
    Latencies.Taken take() {
        return latencies.take();
    }

    long failed() {
        return failed.sum();
    }

    long wentBack() {
        return wentBack.sum();
    }

    @Override
    public String toString() {
        return "%s: %,d failed, %,d went back, from generations %s"
                .formatted(name, failed(), wentBack(), new TreeSet<>(generations));
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
