package com.movieexample.launcher.demo;

import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.launcher.terminal.Terminal;
import java.util.Locale;

/** A rating's histogram, drawn with characters. */
final class Histogram {
    private static final int WIDTH = 40;

    private final Terminal terminal;

    Histogram(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(AggregatedRating rating) {
        long most = rating.getHistogramList().stream()
                .mapToLong(HistogramBucket::getCount)
                .max()
                .orElse(1);
        for (HistogramBucket bucket : rating.getHistogramList()) {
            int length = (int) Math.max(1, Math.round((double) WIDTH * bucket.getCount() / most));
            terminal.say(String.format(
                    Locale.ROOT, "  %3.1f  %s %d", bucket.getValue(), "█".repeat(length), bucket.getCount()));
        }
    }
}
