package com.movieexample.bench.rebuild;

import com.movieexample.bench.query.SampleMovies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Ratings at a steady pace, each by another user, and how many of each movie were acknowledged. Thread-safe. */
final class CountedWrites implements AutoCloseable {
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ingester;
    private final int movies;
    private final long pauseNanos;
    private final AtomicInteger users = new AtomicInteger();
    private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
    private final LongAdder failed = new LongAdder();
    private final List<Thread> threads;
    private volatile boolean closed;

    /** @param ingester {@code host:port} of its HTTP */
    CountedWrites(String ingester, int movies, int perSecond) {
        this.ingester = ingester;
        this.movies = movies;
        this.pauseNanos = TimeUnit.SECONDS.toNanos(WRITERS) / perSecond;
        this.threads = IntStream.range(0, WRITERS)
                .mapToObj(number -> new Thread(this::write, "writer-" + number))
                .toList();
    }

    CountedWrites start() {
        threads.forEach(Thread::start);
        return this;
    }

    private void write() {
        long due = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(due - System.nanoTime());
            int user = users.incrementAndGet();
            int movie = user % movies;
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://%s/rating?id=%s&userId=writer-%d&value=4"
                            .formatted(ingester, SampleMovies.id(movie), user)))
                    .timeout(PATIENCE)
                    .PUT(BodyPublishers.noBody())
                    .build();
            try {
                HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    acknowledged.merge(movie, 1, Integer::sum);
                } else {
                    failed.increment();
                }
            } catch (IOException e) {
                failed.increment();
            } catch (InterruptedException e) {
                return;
            }
            due = Math.max(due + pauseNanos, System.nanoTime() - pauseNanos);
        }
    }

    int acknowledged(int movie) {
        return acknowledged.getOrDefault(movie, 0);
    }

    int acknowledged() {
        return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of these it is not known whether they count. */
    long failed() {
        return failed.sum();
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
