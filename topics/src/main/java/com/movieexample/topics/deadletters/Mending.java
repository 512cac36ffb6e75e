package com.movieexample.topics.deadletters;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.RatingEventJson;
import java.util.Optional;

/** How somebody wants an event to be other than the dead letter has it. */
@FunctionalInterface
public interface Mending {
    /**
     * The event as it is to be.
     *
     * @param held what the letter's bytes say; empty if they say nothing, so that all of the event must be given
     * @throws InvalidInputException naming the field that can't be set so
     */
    RatingEventJson mend(Optional<RatingEventJson> held);
}
