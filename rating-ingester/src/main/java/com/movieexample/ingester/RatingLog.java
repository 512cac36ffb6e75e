package com.movieexample.ingester;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.Appended;
import java.util.concurrent.CompletableFuture;

/** Where events of ratings are put. */
@FunctionalInterface
interface RatingLog {
    /** Done when the log has it. */
    CompletableFuture<Appended> append(String key, RatingEvent event);
}
