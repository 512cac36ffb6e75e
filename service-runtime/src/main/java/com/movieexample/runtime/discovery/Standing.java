package com.movieexample.runtime.discovery;

import com.movieexample.runtime.health.CheckResult;
import java.time.Duration;

/**
 * How an instance fares, as the registry is told.
 *
 * @param age how far behind the log its answers are: of two that are well, the fresher one is asked more often
 */
public record Standing(CheckResult health, Duration age) {
    /** Of an instance whose answers don't age. */
    public static Standing of(CheckResult health) {
        return new Standing(health, Duration.ZERO);
    }
}
