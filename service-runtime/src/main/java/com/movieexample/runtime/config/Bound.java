package com.movieexample.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The most of something, as a number, as a time or as both.
 *
 * @param number empty if any is allowed
 * @param time empty if any is allowed
 */
public record Bound(OptionalLong number, Optional<Duration> time) {
    public static final Bound NONE = new Bound(OptionalLong.empty(), Optional.empty());
}
