package com.movieexample.topics.view;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far behind its log a view may be that is still read.
 *
 * @param offsets that it may lack in a partition
 * @param age how long ago it may last have had all of a partition
 */
public record MaxLag(OptionalLong offsets, Optional<Duration> age) {
    /** However old it is. */
    public static final MaxLag NONE = new MaxLag(OptionalLong.empty(), Optional.empty());

    private static final String ALLOWED = ", more than the %s that --max-lag allows";
    private static final String UNKNOWN = " that --max-lag allows: how far it is behind is not known now";

    boolean isNone() {
        return offsets.isEmpty() && age.isEmpty();
    }

    /**
     * What is wrong with a view; empty if nothing is. What is not known may be too much.
     *
     * @param lag offsets that it lacks, if known
     * @param lastComplete how long ago it had all, if known
     */
    Optional<String> exceededBy(OptionalLong lag, Optional<Duration> lastComplete) {
        return exceededBy(lag).or(() -> exceededBy(lastComplete));
    }

    private Optional<String> exceededBy(OptionalLong lag) {
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        String allowed = "%,d".formatted(offsets.getAsLong());
        if (lag.isEmpty()) {
            return Optional.of("may lack more than the " + allowed + " events" + UNKNOWN);
        }
        return lag.getAsLong() <= offsets.getAsLong()
                ? Optional.empty()
                : Optional.of("lacks %,d events".formatted(lag.getAsLong()) + ALLOWED.formatted(allowed));
    }

    private Optional<String> exceededBy(Optional<Duration> lastComplete) {
        if (age.isEmpty()) {
            return Optional.empty();
        }
        String allowed = seconds(age.get());
        if (lastComplete.isEmpty()) {
            return Optional.of("may be older than the " + allowed + UNKNOWN);
        }
        return lastComplete.get().compareTo(age.get()) <= 0
                ? Optional.empty()
                : Optional.of("was complete " + seconds(lastComplete.get()) + " ago" + ALLOWED.formatted(allowed));
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
