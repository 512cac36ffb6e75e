package com.movieexample.launcher.importing;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import java.util.concurrent.CompletableFuture;

/**
 * Where an import puts what it reads. A future fails with {@link LineRejectedException} when just this one is refused;
 * any other failure means that the import can't go on, and an {@link ImportFailedException} says it in the user's
 * words. Thread-safe; {@link #close()} does not wait for what is still under way.
 */
public interface ImportTarget extends AutoCloseable {
    CompletableFuture<Position> put(Metadata metadata);

    /** @param event a put or a delete; one without a time is put twice if its first answer does not come */
    CompletableFuture<Position> put(RatingEvent event);

    @Override
    void close();
}
