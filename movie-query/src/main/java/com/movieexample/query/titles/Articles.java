package com.movieexample.query.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Articles of the languages in which catalogues move them behind the title, as in {@code Godfather, The}. */
final class Articles {
    private static final Set<String> ALL = Set.of(
            "the", "a", "an", "le", "la", "les", "l", "un", "une", "el", "los", "las", "una", "il", "lo", "gli", "i",
            "uno", "der", "die", "das", "ein", "eine", "den", "det", "en", "ett", "et", "de", "het", "een", "o", "os",
            "as", "um", "uma");

    private Articles() {}

    static boolean isOne(String word) {
        return ALL.contains(word);
    }

    /** With the article of the end at the beginning. */
    static List<String> lead(List<String> words) {
        int last = words.size() - 1;
        if (last < 1 || !isOne(words.get(last))) {
            return words;
        }
        List<String> leading = new ArrayList<>(words.subList(0, last));
        leading.add(0, words.get(last));
        return leading;
    }

    /** Without the article at the beginning or at the end, unless nothing else is there. */
    static List<String> strip(List<String> words) {
        if (words.size() > 1 && isOne(words.get(0))) {
            return words.subList(1, words.size());
        }
        if (words.size() > 1 && isOne(words.get(words.size() - 1))) {
            return words.subList(0, words.size() - 1);
        }
        return words;
    }
}
