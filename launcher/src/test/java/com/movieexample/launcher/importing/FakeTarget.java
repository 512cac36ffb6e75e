package com.movieexample.launcher.importing;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A target in memory that can be told to refuse a title, to fail at a user, or to answer each put a while later. */
final class FakeTarget implements ImportTarget {
    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    final List<Metadata> movies = new ArrayList<>();
    final List<RatingEvent> ratings = new ArrayList<>();
    final Map<String, String> refusedTitles = new HashMap<>();
    final Set<String> fatalUsers = new HashSet<>();
    boolean slow;
    boolean closed;

    private final Set<String> answered = new HashSet<>();
    private final Map<String, Set<String>> answeredBefore = new HashMap<>();

    @Override
    public synchronized CompletableFuture<Position> put(Metadata metadata) {
        String reason = refusedTitles.get(metadata.getTitle());
        if (reason != null) {
            return CompletableFuture.failedFuture(new LineRejectedException(reason, null));
        }
        movies.add(metadata);
        return answer(metadata.getTitle(), new Position("movie-metadata", 0, movies.size() - 1));
    }

    @Override
    public synchronized CompletableFuture<Position> put(RatingEvent event) {
        if (fatalUsers.contains(event.getUserId())) {
            return CompletableFuture.failedFuture(new ImportFailedException("the target is gone"));
        }
        ratings.add(event);
        int partition = Integer.parseInt(event.getRecordId()) % 2;
        return answer(event.getProviderId(), new Position("ratings", partition, ratings.size() - 1));
    }

    /** The titles and providers of the puts that were answered when this one came. */
    synchronized Set<String> answeredBefore(String name) {
        return answeredBefore.get(name);
    }

    private CompletableFuture<Position> answer(String name, Position position) {
        answeredBefore.put(name, Set.copyOf(answered));
        Executor executor = slow ? LATER : Runnable::run;
        return CompletableFuture.supplyAsync(() -> answered(name, position), executor);
    }

    private synchronized Position answered(String name, Position position) {
        answered.add(name);
        return position;
    }

    @Override
    public void close() {
        closed = true;
    }
}
