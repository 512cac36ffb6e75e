package com.movieexample.launcher.importing;

import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.RecordKey;
import java.util.List;
import java.util.regex.Pattern;

/** {@code ratings.csv}: who rated which movie how, and when. */
final class MovieLensRatings {
    static final String PROVIDER = "movielens";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private MovieLensRatings() {}

    /** @throws InvalidInputException naming the first column that is wrong */
    static RatingEvent read(List<String> columns) {
        return RatingEvent.newBuilder()
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setRecordType(RecordKey.MOVIE)
                .setUserId(MovieLensIds.require("userId", columns.get(0)))
                .setRecordId(MovieLensIds.require("movieId", columns.get(1)))
                .setValue(Hundredths.parse("rating", columns.get(2)))
                .setRatedAt(milliseconds(columns.get(3)))
                .setProviderId(PROVIDER)
                .build();
    }

    private static long milliseconds(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            throw new InvalidInputException("timestamp", timestamp, "whole seconds since 1970");
        }
        return Long.parseLong(timestamp) * 1000;
    }
}
