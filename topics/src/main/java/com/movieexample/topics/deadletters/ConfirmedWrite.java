package com.movieexample.topics.deadletters;

import com.movieexample.api.LogUnavailableException;
import com.movieexample.topics.Appended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A write that is waited for, for as long as its writer waits. */
final class ConfirmedWrite {
    private ConfirmedWrite() {}

    /** @throws LogUnavailableException if the topic is not known to have it */
    static Appended await(CompletableFuture<Appended> write) {
        try {
            return write.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
