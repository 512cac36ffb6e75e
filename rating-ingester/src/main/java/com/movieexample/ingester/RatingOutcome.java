package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What became of one of several events.
 *
 * @param written empty if the log does not have it, or is not known to
 * @param problem why not
 */
record RatingOutcome(Optional<WrittenRating> written, Optional<Problem> problem) {
    /**
     * Writes one event. Nothing is thrown, and the future does not fail.
     *
     * @param event throws {@link InvalidInputException} if it can't be read
     */
    static CompletableFuture<RatingOutcome> of(
            RatingWriteController controller, Caller caller, Supplier<RatingEvent> event) {
        try {
            return controller.write(caller, event.get()).handle(RatingOutcome::ended);
        } catch (InvalidInputException | ServiceException e) {
            return CompletableFuture.completedFuture(ended(null, e));
        }
    }

    private static RatingOutcome ended(WrittenRating written, Throwable failure) {
        return failure == null
                ? new RatingOutcome(Optional.of(written), Optional.empty())
                : new RatingOutcome(Optional.empty(), Optional.of(Problems.report(failure, "a write of a rating")));
    }

    /** Whether the event breaks a rule, or its writer has no right to it; sent again it would be refused again. */
    boolean isRefused() {
        return problem.filter(found -> found.kind().isRefusal()).isPresent();
    }

    /** Whether the log could not be written to. */
    boolean isLost() {
        return problem.isPresent() && !isRefused();
    }
}
