package com.movieexample.bench.report;

import java.util.regex.Pattern;

/** Text that Markdown must take as it stands. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|#]");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private Markdown() {}

    static String escape(String text) {
        return SPECIAL.matcher(LINE_BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }
}
