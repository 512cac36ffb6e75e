package com.movieexample.bench.aggregate;

import com.movieexample.bench.solution.Cost;

/**
 * What one run of a solution took.
 *
 * @param internalBytes of the topics that it made for itself
 */
public record Run(Cost cost, long internalBytes) {
    double internalBytesPerEvent() {
        return (double) internalBytes / cost.events();
    }
}
