package com.movieexample.launcher.crash;

import com.movieexample.testkit.HttpCaller;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Reads of movies, without a position, each of which must be answered. Thread-safe. */
final class SteadyReads {
    private final AtomicInteger next = new AtomicInteger();
    private final LongAdder answered = new LongAdder();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    /** Reads from a movie-query until the load is stopped. */
    Load start(HttpCaller movies, int threads, int perSecond) {
        return Load.start(threads, perSecond, () -> {
            read(movies, "/v1/movies/" + GeneratedRatings.unrated(next.incrementAndGet()));
            return true;
        });
    }

    private void read(HttpCaller movies, String path) {
        try {
            int status = movies.get(path).statusCode();
            if (status == 200) {
                answered.increment();
            } else {
                failed.add(path + ": " + status);
            }
        } catch (IOException e) {
            failed.add(path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What went wrong, one line for each. */
    Queue<String> failed() {
        return failed;
    }

    @Override
    public String toString() {
        return "%d reads answered, %d failed".formatted(answered.sum(), failed.size());
    }
}
