package com.movieexample.topics.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one partition of a topic ended at some times of the past; the further back, the fewer are kept. It tells how old a
 * view is: as old as the last end that it has reached, an eighth more at most. One thread adds; all may ask.
 */
public final class EndHistory {
    private static final int EXACTNESS = 8;

    /** Oldest first; each ends later than the one before. */
    private volatile List<End> ends = List.of();

    /** @param askedAt of {@link System#nanoTime} */
    private record End(long offset, long askedAt) {}

    /** @param offset after the last record that readers may see */
    public void add(long offset, long askedAt) {
        // A partition that did not grow, or that begins anew: what was said before says nothing more.
        List<End> before = ends.stream().filter(end -> end.offset < offset).toList();
        List<End> next = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            boolean isEnd = i == 0 || i == before.size() - 1;
            if (isEnd || isNeeded(next.get(next.size() - 1), before.get(i + 1), askedAt)) {
                next.add(before.get(i));
            }
        }
        next.add(new End(offset, askedAt));
        ends = List.copyOf(next);
    }

    /** Whether two ends are too far from each other, for their age, to be without another one between them. */
    private static boolean isNeeded(End older, End newer, long now) {
        return newer.askedAt - older.askedAt > (now - newer.askedAt) / EXACTNESS;
    }

    /**
     * How long ago a view had all that readers may see, at most.
     *
     * @param next the first offset that it does not include
     * @param now as {@link System#nanoTime} has it, as the times that ends were asked at
     * @return empty if it lacks what was there before anybody asked
     */
    public Optional<Duration> age(long next, long now) {
        List<End> known = ends;
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).offset <= next) {
                return Optional.of(Duration.ofNanos(now - known.get(i).askedAt));
            }
        }
        return Optional.empty();
    }
}
