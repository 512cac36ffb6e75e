package com.movieexample.bench.report;

import java.util.Locale;

/** How figures are written for people. */
public final class Numbers {
    private static final String NONE = "-";
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Numbers() {}

    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Four significant digits or more: {@code 1,234,567}, {@code 123.4}, {@code 12.34}, {@code 0.1234}. */
    public static String figure(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return NONE;
        } else if (size >= 1_000 || number == Math.rint(number)) {
            return whole(Math.round(number));
        }
        return String.format(Locale.ROOT, "%." + (size >= 100 ? 1 : size >= 1 ? 2 : 4) + "f", number);
    }

    /** {@code 1.52}; of large ones {@code 15.2} or {@code 1,520}. */
    public static String ratio(double ratio) {
        if (Double.isNaN(ratio) || Double.isInfinite(ratio)) {
            return NONE;
        }
        return String.format(Locale.ROOT, "%,." + (ratio < 10 ? 2 : ratio < 100 ? 1 : 0) + "f", ratio);
    }

    /** {@code 1.50 GiB}. */
    public static String bytes(long bytes) {
        int unit = 0;
        double number = bytes;
        while (number >= 1_024 && unit < BYTE_UNITS.length - 1) {
            number /= 1_024;
            unit++;
        }
        return (unit == 0 ? whole(bytes) : String.format(Locale.ROOT, "%.2f", number)) + " " + BYTE_UNITS[unit];
    }
}
