package com.movieexample.query.lists;

import com.movieexample.api.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a list may be ordered by. */
public enum Sort {
    /** How well the title fits what was searched for. */
    RELEVANCE,
    TOP_RATED,
    MOST_RATED,
    TRENDING,
    NEWEST,
    OLDEST,
    TITLE;

    /** As it stands in a request: {@code top-rated}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidInputException for another text */
    public static Sort parse(String text) {
        return Arrays.stream(values())
                .filter(sort -> sort.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "sort", text, Arrays.stream(values()).map(Sort::text).collect(Collectors.joining(", "))));
    }
}
