package com.movieexample.launcher.verify;

import java.time.Duration;
import java.util.List;

/**
 * What a verification found.
 *
 * @param records how many records the log has, {@code ratings} how many live ratings
 * @param digests of each partition, by the log
 */
record Findings(
        EventCounts events,
        long records,
        long ratings,
        List<Long> digests,
        ComparedCheckpoints checkpoints,
        Differences differences,
        Duration took) {}
