package com.movieexample.topics.deadletters;

import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.Position;
import com.movieexample.topics.TopicWriter;

/**
 * Takes letters out of their topic. Does not own the writer; thread-safe.
 *
 * @param letters writes to {@code ratings-dlq}
 */
public record Removal(TopicWriter<byte[]> letters) {
    /**
     * Returns once the topic has it so.
     *
     * @param origin of a letter that there is; a tombstone of none would only take up room
     * @throws LogUnavailableException if the topic is not known to have it so
     */
    public void drop(Position origin) {
        ConfirmedWrite.await(letters.append(origin.toString(), null));
    }
}
