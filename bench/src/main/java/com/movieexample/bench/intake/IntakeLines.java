package com.movieexample.bench.intake;

import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The events of a workload as JSON lines, with a bad line at some place of each full hundred. Immutable; every iteration
 * gives the same lines, and keeps none of them.
 *
 * @param size how many lines, good and bad
 */
record IntakeLines(long seed, int size) implements Iterable<String> {
    private static final int ONE_BAD_IN = 100;
    private static final List<Flaw> FLAWS = List.of(Flaw.values());

    int bad() {
        return size / ONE_BAD_IN;
    }

    int good() {
        return size - bad();
    }

    /** What the good lines say, in their order. */
    RatingWorkload events() {
        return new RatingWorkload(seed, good());
    }

    /**
     * What is wrong with a line.
     *
     * @param number 1 for the first line
     */
    Optional<Flaw> flaw(long number) {
        long hundred = (number - 1) / ONE_BAD_IN;
        if (number < 1 || hundred >= bad()) {
            return Optional.empty();
        }
        int place = new SplittableRandom(seed + hundred).nextInt(ONE_BAD_IN);
        return (number - 1) % ONE_BAD_IN == place
                ? Optional.of(FLAWS.get((int) (hundred % FLAWS.size())))
                : Optional.empty();
    }

    @Override
    public Iterator<String> iterator() {
        Iterator<WorkloadEvent> events = events().iterator();
        return new Iterator<>() {
            private long made;

            @Override
            public boolean hasNext() {
                return made < size;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                made++;
                return flaw(made).map(Flaw::text).orElseGet(() -> EventLine.of(events.next()));
            }
        };
    }
}
