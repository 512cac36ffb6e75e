package com.movieexample.launcher.importing;

import com.movieexample.api.Positions;
import java.time.Duration;

/**
 * What an import did.
 *
 * @param movies how many records of metadata went into the log
 * @param ratings how many ratings went into the log
 * @param deletes how many deletions of ratings went into the log
 * @param rejected how many lines were not taken
 * @param positions of each partition the greatest of what was written
 */
record ImportSummary(long movies, long ratings, long deletes, long rejected, Duration duration, Positions positions) {
    boolean isEmpty() {
        return movies + ratings + deletes == 0;
    }
}
