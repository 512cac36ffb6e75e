package com.movieexample.topics.rules;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.RecordKey;

/** What a record of {@code ratings} turns out to be. */
public sealed interface Judgement {
    /** An event that counts where it stands. */
    record Good(RatingEvent event, RecordKey key, RatingVersion version) implements Judgement {}

    /** A good event under another key or on another partition than its record's. Views pass it over. */
    record Misplaced(RatingEvent event, RecordKey key, RatingVersion version) implements Judgement {}

    /** No event that the rules allow; {@code reason} is for people. Views pass it over. */
    record Bad(String reason) implements Judgement {}
}
