package com.movieexample.launcher.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an expression of Prometheus asks for, as far as names go. */
final class Expressions {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern LABELS_OF_RESULT =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()(?:\\s*\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "bool", "offset", "group_left", "group_right", "inf", "nan");

    private Expressions() {}

    /** Each series that is asked for, with the labels that it is chosen by. */
    static Map<String, Set<String>> series(String expression) {
        String bare = expression;
        for (Pattern left : new Pattern[] {TEXT, RANGE, LABELS_OF_RESULT}) {
            bare = left.matcher(bare).replaceAll(" ");
        }
        Map<String, Set<String>> series = new TreeMap<>();
        for (MatchResult selector : SELECTOR.matcher(bare).results().toList()) {
            if (!OPERATORS.contains(selector.group(1))) {
                Set<String> labels = series.computeIfAbsent(selector.group(1), name -> new TreeSet<>());
                if (selector.group(2) != null) {
                    LABEL.matcher(selector.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
        return series;
    }
}
