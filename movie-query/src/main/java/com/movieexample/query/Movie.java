package com.movieexample.query;

import com.movieexample.api.AggregatedRatings;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.json.MovieJson;
import com.movieexample.api.json.RatingJson;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.RatingAggregate;

/** A movie as both views have it. */
record Movie(Metadata metadata, RatingAggregate rating) {
    MovieJson toJson() {
        return new MovieJson(metadata.getId(), MetadataJson.of(metadata), RatingJson.of(rating));
    }

    MovieDetails toMessage() {
        return MovieDetails.newBuilder()
                .setMetadata(metadata)
                .setRating(AggregatedRatings.of(rating))
                .build();
    }
}
