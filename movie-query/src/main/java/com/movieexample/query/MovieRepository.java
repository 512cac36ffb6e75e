package com.movieexample.query;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.view.MetadataView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Joins the two views at the moment of reading. Owns neither; thread-safe. */
final class MovieRepository {
    private final MetadataView metadata;
    private final RatingsView ratings;
    private final SortedMap<String, FollowedTopic> followed;

    MovieRepository(MetadataView metadata, RatingsView ratings, Topics topics) {
        this.metadata = metadata;
        this.ratings = ratings;
        this.followed = new TreeMap<>(Map.of(
                topics.ratings().name(), new FollowedTopic(topics.ratings(), ratings.watermarks()),
                topics.movieMetadata().name(),
                        new FollowedTopic(
                                topics.movieMetadata(), metadata.view().progress())));
    }

    /** Empty for a movie without metadata. */
    Optional<Movie> find(String id) {
        return metadata.find(id).map(found -> new Movie(found, ratings.find(RecordKey.movie(id))));
    }

    /** Those that have metadata, in the order of the ids. */
    List<Movie> findAll(List<String> ids) {
        List<Metadata> found = metadata.findAll(ids);
        List<RatingAggregate> rated =
                ratings.findAll(ids.stream().map(RecordKey::movie).toList());
        List<Movie> movies = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            if (found.get(i) != null) {
                movies.add(new Movie(found.get(i), rated.get(i)));
            }
        }
        return movies;
    }

    /** Empty while both views can answer, else why one can't. */
    Optional<String> whyUnavailable() {
        return Stream.of(metadata.view(), ratings.view())
                .filter(view -> !view.status().readable())
                .map(view -> view.topic() + ": " + view.status().detail())
                .findFirst();
    }

    /** The topics that a position can name, by their names. */
    SortedMap<String, FollowedTopic> followed() {
        return followed;
    }
}
