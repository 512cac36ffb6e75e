package com.movieexample.runtime.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them, {@code 64MiB}: each unit is 1024 of the one before. */
final class BytesSyntax {
    private static final List<String> UNITS = List.of("", "KiB", "MiB", "GiB", "TiB");
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(|KiB|MiB|GiB|TiB)");

    private BytesSyntax() {}

    static Syntax<Long> syntax() {
        return new Syntax<>(
                "a number of bytes such as 4096, 512KiB, 64MiB or 1GiB",
                "SIZE",
                BytesSyntax::parse,
                BytesSyntax::format);
    }

    private static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        int shift = 10 * UNITS.indexOf(matcher.group(2));
        return number > Long.MAX_VALUE >> shift ? Optional.empty() : Optional.of(number << shift);
    }

    private static String format(Long bytes) {
        long number = bytes;
        int unit = 0;
        while (number != 0 && number % 1024 == 0 && unit < UNITS.size() - 1) {
            number /= 1024;
            unit++;
        }
        return number + UNITS.get(unit);
    }
}
