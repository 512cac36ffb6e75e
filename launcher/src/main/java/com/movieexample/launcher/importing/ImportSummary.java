package com.movieexample.launcher.importing;

import com.movieexample.api.Positions;
import java.time.Duration;

/**
 * What an import did.
 *
 * @param movies how many movies are in the log
 * @param ratings how many ratings are in the log
 * @param rejected how many lines were not taken
 * @param positions of each partition the greatest of what was written
 */
public record ImportSummary(long movies, long ratings, long rejected, Duration duration, Positions positions) {}
