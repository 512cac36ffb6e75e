package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.view.TopicView;
import com.movieexample.topics.view.ViewSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tells what a copy of a generation takes in of movies to what the generation keeps of them. Immutable. */
final class RatingChanges {
    private final List<MovieListener> told;

    RatingChanges(List<MovieListener> told) {
        this.told = List.copyOf(told);
    }

    /** The copy begins with what it holds. */
    void opened(TopicView stored) {
        told.forEach(MovieListener::ratingsCleared);
        try (ViewSnapshot all = stored.snapshotIf(() -> true).orElseThrow()) {
            all.forEach(this::applied);
        }
    }

    /** @param value null for a record that is gone */
    void applied(byte[] key, byte[] value) {
        movie(key).ifPresent(id -> {
            RatingAggregate aggregate =
                    value == null ? RatingAggregate.getDefaultInstance() : RatingsView.aggregate(value);
            told.forEach(listener -> listener.rated(id, aggregate));
        });
    }

    private static Optional<String> movie(byte[] key) {
        if (!ViewKeys.isRecord(key)) {
            return Optional.empty();
        }
        try {
            RecordKey record = RecordKey.parse(new String(key, StandardCharsets.UTF_8));
            return record.type().equals(RecordKey.MOVIE) ? Optional.of(record.id()) : Optional.empty();
        } catch (InvalidInputException e) {
            // Nobody can ask for a record under such a key.
            return Optional.empty();
        }
    }
}
