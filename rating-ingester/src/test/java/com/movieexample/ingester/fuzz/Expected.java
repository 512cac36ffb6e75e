package com.movieexample.ingester.fuzz;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What one answer may be.
 *
 * @param toHead whether the answer has no body in any case
 * @param check throws an {@link AssertionError}; notes what was taken
 */
record Expected(boolean toHead, Set<Integer> statuses, BiConsumer<Answer, Acknowledged> check) {
    private static final int LATE = 504;

    static Expected of(Integer... statuses) {
        return new Expected(false, Set.of(statuses), (answer, taken) -> {});
    }

    /** Of a read, which on a busy machine may come too late; how often is for {@link FuzzRun#late()} to say. */
    static Expected ofRead(Integer... statuses) {
        return of(Stream.concat(Stream.of(statuses), Stream.of(LATE)).toArray(Integer[]::new));
    }

    Expected with(BiConsumer<Answer, Acknowledged> more) {
        return new Expected(toHead, statuses, check.andThen(more));
    }

    Expected withText(String text) {
        return with((answer, taken) -> {
            if (answer.status() != LATE && !answer.text().contains(text)) {
                throw new AssertionError("expected " + text);
            }
        });
    }

    Expected to(String method) {
        return new Expected(method.equals("HEAD"), statuses, check);
    }

    void check(Answer answer, Acknowledged taken) {
        if (!statuses.contains(answer.status())) {
            throw new AssertionError("expected one of " + statuses);
        }
        DocumentedAnswers.check(answer, toHead);
        if (!toHead) {
            check.accept(answer, taken);
        }
    }
}
