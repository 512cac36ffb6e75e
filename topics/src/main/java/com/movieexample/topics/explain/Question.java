package com.movieexample.topics.explain;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.WeightedScore;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param userId whose events are asked for; empty for everybody's
 * @param limit how many events of each category are listed, the latest in the log
 * @param minimum m of the weighted score
 * @param prior C of the weighted score; empty for the mean of what is rated in the partition
 */
public record Question(RecordKey record, Optional<String> userId, int limit, long minimum, Optional<BigDecimal> prior) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 1_000_000;

    /** Refuses what breaks a rule, naming it as the callers do. */
    public Question {
        userId.ifPresent(user -> Ids.require("userId", user));
        if (limit < 0 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", Integer.toString(limit), "0 to " + MAX_LIMIT);
        }
        WeightedScore.requireMinimum(minimum);
        prior.ifPresent(WeightedScore::requirePrior);
    }

    boolean isAbout(SeenEvent event) {
        return userId.isEmpty() || userId.equals(event.userId());
    }
}
