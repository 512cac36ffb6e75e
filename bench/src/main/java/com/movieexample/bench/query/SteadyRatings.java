package com.movieexample.bench.query;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Writes ratings at a steady pace, and has some of them looked for as soon as they are acknowledged. Not thread-safe. */
final class SteadyRatings {
    private static final int LOOKED_FOR = 50;

    private final MovieLog log;
    private final SampleMovies movies;
    private final List<FreshnessProbe> probes;
    private Positions written = Positions.NONE;
    private long count;

    SteadyRatings(MovieLog log, SampleMovies movies, List<FreshnessProbe> probes) {
        this.log = log;
        this.movies = movies;
        this.probes = probes;
    }

    /** Where the log has the last rating of each partition. */
    Positions written() {
        return written;
    }

    /** Returns when all are acknowledged. Whoever falls behind catches up, so the pace is kept. */
    void write(int perSecond, Duration time) {
        long pauseNanos = 1_000_000_000L / perSecond;
        List<CompletableFuture<Position>> sent = new ArrayList<>();
        long begun = System.nanoTime();
        for (long due = 0; due < time.toNanos(); due += pauseNanos) {
            awaitDue(begun + due);
            sent.add(writeOne());
        }
        List<Position> last = new ArrayList<>(written.all());
        sent.forEach(position -> last.add(position.join()));
        written = Positions.of(last);
    }

    private static void awaitDue(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private CompletableFuture<Position> writeOne() {
        RatingEvent rating = movies.nextRating();
        boolean lookedFor = ++count % LOOKED_FOR == 0;
        return log.rate(rating).thenApply(appended -> {
            if (lookedFor) {
                probes.forEach(probe -> probe.ask(rating.getRecordId(), appended.position()));
            }
            return appended.position();
        });
    }
}
