package com.movieexample.bench.report;

/** How the results of a measure are drawn. */
public enum Chart {
    /** One chart for each result: a bar for Marquee and one for each baseline. */
    BARS,
    /** One chart for all: a line for each figure over the sizes, as multiples of what it is at the smallest. */
    GROWTH
}
