package com.movieexample.query;

import com.movieexample.api.Freshness;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadGate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins the metadata view and a generation of the ratings view at the moment of reading. Owns neither; thread-safe. */
final class MovieRepository {
    private final MetadataView metadata;
    private final RatingsView ratings;
    private final ReadGate gate;
    private final Topics topics;
    private final int generation;

    MovieRepository(MetadataView metadata, RatingsView ratings, ReadGate gate, Topics topics, int generation) {
        this.metadata = metadata;
        this.ratings = ratings;
        this.gate = gate;
        this.topics = topics;
        this.generation = generation;
    }

    /** Empty for a movie without metadata. */
    Optional<Movie> find(String id) {
        return metadata.find(id).map(found -> new Movie(found, ratings.find(RecordKey.movie(id))));
    }

    /** Empty while both views can answer, else why one can't. */
    Optional<String> whyUnavailable() {
        if (metadata.view().status().readable() && ratings.view().status().readable()) {
            return Optional.empty();
        }
        return Stream.of(metadata.view(), ratings.view())
                .filter(view -> !view.status().readable())
                .map(view -> view.topic() + ": " + view.status().detail())
                .findFirst();
    }

    /** Which part of the log a read of these ids reflects at least. */
    Freshness freshness(List<String> ids) {
        List<byte[]> records =
                ids.stream().map(id -> RecordKey.movie(id).bytes()).toList();
        List<byte[]> keys =
                ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
        return gate.freshness(topics.ratings(), records)
                .and(gate.freshness(topics.movieMetadata(), keys))
                .from(generation);
    }
}
