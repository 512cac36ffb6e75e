package com.movieexample.ingester.deadletters;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import com.movieexample.topics.deadletters.Mending;
import com.movieexample.topics.deadletters.Resubmitted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What operators may ask of the dead letters. Thread-safe. */
public final class DeadLetterController {
    static final int PAGE_SIZE = 100;

    private static final int MAX_PAGE_SIZE = 1_000;

    private final DeadLetterRepository letters;
    private final DeadLetterMetrics metrics;

    public DeadLetterController(DeadLetterRepository letters, DeadLetterMetrics metrics) {
        this.letters = letters;
        this.metrics = metrics;
    }

    /**
     * Some of them, by the time at which the log took them.
     *
     * @param pageToken empty for the first page
     */
    CompletableFuture<DeadLettersPage> page(Caller caller, int pageSize, String pageToken) {
        caller.requireOperator();
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new InvalidInputException("pageSize", Integer.toString(pageSize), "1 to " + MAX_PAGE_SIZE);
        }
        Optional<PlaceInList> after = PlaceInList.parse(pageToken);
        return letters.summaries().thenApply(all -> page(all, pageSize, after));
    }

    private static DeadLettersPage page(List<DeadLetterSummary> all, int pageSize, Optional<PlaceInList> after) {
        List<DeadLetterSummary> rest = all.stream()
                .filter(letter -> after.map(place -> place.isBefore(letter)).orElse(true))
                .toList();
        List<DeadLetterSummary> shown = rest.subList(0, Math.min(pageSize, rest.size()));
        return shown.size() == rest.size()
                ? new DeadLettersPage(shown, Optional.empty())
                : new DeadLettersPage(shown, Optional.of(PlaceInList.of(shown.get(shown.size() - 1))));
    }

    CompletableFuture<DeadLetter> get(Caller caller, Position origin) {
        caller.requireOperator();
        return letters.find(origin).thenApply(found -> found.orElseThrow(() -> none(origin)));
    }

    /** Puts the event into the log again; done when the log has it and the letter is gone. */
    CompletableFuture<Resubmitted> resubmit(Caller caller, Position origin, Optional<Mending> mending) {
        caller.requireOperator();
        return letters.resubmit(origin, mending).thenApply(found -> {
            Resubmitted resubmitted = found.orElseThrow(() -> none(origin));
            metrics.resubmitted();
            return resubmitted;
        });
    }

    /** Takes the letter away for good. */
    CompletableFuture<Void> drop(Caller caller, Position origin) {
        caller.requireOperator();
        return letters.drop(origin).thenAccept(found -> {
            if (!found) {
                throw none(origin);
            }
            metrics.dropped();
        });
    }

    private static ServiceException none(Position origin) {
        return ServiceException.notFound("there is no dead letter of " + origin);
    }
}
