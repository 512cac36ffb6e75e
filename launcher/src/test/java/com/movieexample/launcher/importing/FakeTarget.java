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

/** A target in memory that can be told to refuse a title or to fail at a user. */
final class FakeTarget implements ImportTarget {
    final List<Metadata> movies = new ArrayList<>();
    final List<RatingEvent> ratings = new ArrayList<>();
    final Map<String, String> refusedTitles = new HashMap<>();
    final Set<String> fatalUsers = new HashSet<>();
    boolean closed;

    @Override
    public synchronized CompletableFuture<Position> put(Metadata metadata) {
        String reason = refusedTitles.get(metadata.getTitle());
        if (reason != null) {
            return CompletableFuture.failedFuture(new LineRejectedException(reason, null));
        }
        movies.add(metadata);
        return CompletableFuture.completedFuture(new Position("movie-metadata", 0, movies.size() - 1));
    }

    @Override
    public synchronized CompletableFuture<Position> put(RatingEvent event) {
        if (fatalUsers.contains(event.getUserId())) {
            return CompletableFuture.failedFuture(new ImportFailedException("the target is gone"));
        }
        ratings.add(event);
        int partition = Integer.parseInt(event.getRecordId()) % 2;
        return CompletableFuture.completedFuture(new Position("ratings", partition, ratings.size() - 1));
    }

    @Override
    public void close() {
        closed = true;
    }
}
