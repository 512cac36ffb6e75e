package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer of a movie has only when it is asked for. */
enum Part {
    /** The weighted score, with what it is made of. */
    SCORE,
    /** Live ratings per day. */
    DAILY,
    /** Which part of the log the answer reflects. */
    FRESHNESS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException for another text */
    static Set<Part> parse(Collection<String> texts) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        texts.forEach(text -> parts.add(parse(text)));
        return parts;
    }

    private static Part parse(String text) {
        return Arrays.stream(values())
                .filter(part -> part.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "include", text, Arrays.stream(values()).map(Part::text).collect(Collectors.joining(", "))));
    }
}
