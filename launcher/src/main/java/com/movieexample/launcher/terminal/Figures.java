package com.movieexample.launcher.terminal;

import java.time.Duration;
import java.util.Locale;

/** Numbers, sizes and durations as people read them, the same in every locale. */
public final class Figures {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private static final int KIBI = 1024;
    private static final String UNITS = "KMGTPE";

    private Figures() {}

    /** {@code 100,836}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 movie}, {@code 16,249 movies}. */
    public static String count(long count, String thing) {
        return count(count) + ' ' + thing + (count == 1 ? "" : "s");
    }

    /** {@code 512 B}, {@code 4.1 KiB}, {@code 3.0 GiB}. */
    public static String bytes(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        // What would be shown as 1024.0 of one unit is 1.0 of the next.
        while (amount >= KIBI - 0.05 && unit < UNITS.length() - 1) {
            amount /= KIBI;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %siB", amount, UNITS.charAt(unit));
    }

    /** {@code 8.4 s}, {@code 2 min 10 s}, {@code 1 h 5 min}. */
    public static String duration(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < MINUTE * 10) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (seconds < HOUR) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        long minutes = Math.round((double) seconds / MINUTE);
        return minutes / MINUTE + " h " + minutes % MINUTE + " min";
    }
}
