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

    private static final String ALLOWED = ", more than the %s that this instance allows";

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
        if (offsets.isEmpty() || (lag.isPresent() && lag.getAsLong() <= offsets.getAsLong())) {
            return Optional.empty();
        }
        String lacks =
                lag.isPresent() ? "lacks %,d events".formatted(lag.getAsLong()) : "lacks nobody knows how many events";
        return Optional.of(lacks + ALLOWED.formatted("%,d".formatted(offsets.getAsLong())));
    }

    private Optional<String> exceededBy(Optional<Duration> lastComplete) {
        if (age.isEmpty()
                || lastComplete.filter(ago -> ago.compareTo(age.get()) <= 0).isPresent()) {
            return Optional.empty();
        }
        String was = lastComplete
                .map(ago -> "was complete %s ago".formatted(seconds(ago)))
                .orElse("was never complete since this instance started");
        return Optional.of(was + ALLOWED.formatted(seconds(age.get())));
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
