package com.movieexample.ingester;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.tracing.RecordSpan;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.Appended;
import com.movieexample.topics.TopicWriter;
import java.util.concurrent.CompletableFuture;

/** Puts events into the log with the way back to the request that they came with, where that is traced. */
record TracedRatingLog(TopicWriter<RatingEvent> ratings, String topic, Tracing tracing) implements RatingLog {
    /** The log itself if nothing is traced. */
    static RatingLog around(TopicWriter<RatingEvent> ratings, String topic, Tracing tracing) {
        return tracing.isOn() ? new TracedRatingLog(ratings, topic, tracing) : ratings::append;
    }

    @Override
    public CompletableFuture<Appended> append(String key, RatingEvent event) {
        RecordSpan span = tracing.send(topic);
        return span.isTraced()
                ? ratings.append(key, event, span.headers()).whenComplete((appended, failure) -> span.end(failure))
                : ratings.append(key, event);
    }
}
