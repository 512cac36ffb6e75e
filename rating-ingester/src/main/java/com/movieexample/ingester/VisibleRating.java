package com.movieexample.ingester;

import com.movieexample.api.json.RatingJson;
import com.movieexample.api.json.VisibleRatingJson;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.view.Answer;
import java.util.Locale;

/**
 * What a change that the log has did to the ratings view.
 *
 * @param aggregate of the record, after it or later
 */
record VisibleRating(WrittenRating written, Outcome outcome, Answer<RatingAggregate> aggregate) {
    /** Whether it counts. */
    enum Outcome {
        COUNTED,
        /** A change of the same rating that is later by event time stands. */
        SUPERSEDED,
        /** It breaks a rule by the log's clock, though not by the one it was checked with. */
        REFUSED;

        private String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    VisibleRatingJson toJson() {
        return new VisibleRatingJson(
                written.position().toString(), written.ratedAt(), outcome.shown(), RatingJson.of(aggregate.found()));
    }
}
