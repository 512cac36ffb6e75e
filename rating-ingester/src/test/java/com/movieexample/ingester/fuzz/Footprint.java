package com.movieexample.ingester.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds on to.
 *
 * @param memory in bytes, on the heap after a collection and in buffers beside it
 * @param open files and connections
 */
public record Footprint(long memory, int threads, long open) {
    private static final Pattern LINE = Pattern.compile("footprint ([0-9]+) ([0-9]+) ([0-9]+)");

    String toLine() {
        return "footprint " + memory + " " + threads + " " + open;
    }

    static Footprint ofLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        return new Footprint(
                Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }
}
