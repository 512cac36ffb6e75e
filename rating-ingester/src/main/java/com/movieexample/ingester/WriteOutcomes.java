package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.api.v1.UserRating;
import com.movieexample.ingester.VisibleRating.Outcome;
import com.movieexample.topics.rules.EventRules;
import java.util.Optional;

/** What came of an event that the view has passed. Immutable. */
record WriteOutcomes(EventRules rules) {
    /** @param standing the user's rating of the record, in a view that has passed the event */
    Outcome of(RatingEvent event, WrittenRating written, Optional<UserRating> standing) {
        if (isRefused(event, written.logTime())) {
            return Outcome.REFUSED;
        }
        boolean counted = event.getType() == RatingEventType.RATING_EVENT_TYPE_DELETE
                ? standing.isEmpty()
                : standing.filter(rating -> rating.getValue() == event.getValue()
                                && rating.getRatedAt() == written.ratedAt().toEpochMilli())
                        .isPresent();
        return counted ? Outcome.COUNTED : Outcome.SUPERSEDED;
    }

    /** As the fold judges it, which has the log's clock only. */
    private boolean isRefused(RatingEvent event, long logTime) {
        try {
            rules.require(event, logTime);
            return false;
        } catch (InvalidInputException e) {
            return true;
        }
    }
}
