package com.movieexample.query.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Gives each genre a small number. The first spelling of a genre is the one that is shown. Not thread-safe. */
final class Genres {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Each once. */
    int[] of(Collection<String> genres) {
        return genres.stream().mapToInt(this::of).distinct().toArray();
    }

    private int of(String genre) {
        return numbers.computeIfAbsent(key(genre), unknown -> {
            names.add(genre);
            return names.size() - 1;
        });
    }

    /** Empty for a genre that no movie ever had. */
    OptionalInt find(String genre) {
        Integer number = numbers.get(key(genre));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }

    private static String key(String genre) {
        return genre.strip().toLowerCase(Locale.ROOT);
    }
}
