package com.movieexample.query.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The titles that one title stands for: {@code Amelie (Fabuleux destin d'Amélie Poulain, Le)} are two. Each is written as
 * one run of letters and digits without its article, so that {@code Spider-Man}, {@code spiderman} and {@code Spider Man}
 * are the same.
 */
final class TitleForms {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern ALSO_KNOWN_AS = Pattern.compile("(?i)^\\s*a\\.?\\s?k\\.?\\s?a\\.?\\s+");

    private final TitleAnalyzer analyzer = TitleAnalyzer.ofParts();

    List<String> of(String title) {
        List<String> forms = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(title);
        add(forms, brackets.replaceAll(" "));
        brackets.reset();
        while (brackets.find()) {
            add(forms, ALSO_KNOWN_AS.matcher(brackets.group(1)).replaceFirst(""));
        }
        // Brackets may be part of the title itself, as in (500) Days of Summer.
        add(forms, title);
        return forms.stream().distinct().toList();
    }

    /** The first of them with its article, which may have been moved to the end. */
    String whole(String title) {
        return whole(analyzer.words(BRACKETS.matcher(title).replaceAll(" ")));
    }

    static String whole(List<String> words) {
        return String.join("", Articles.lead(words));
    }

    private void add(List<String> forms, String title) {
        String form = one(analyzer.words(title));
        if (!form.isEmpty()) {
            forms.add(form);
        }
    }

    /** Of words that were searched for. */
    static String one(List<String> words) {
        return String.join("", Articles.strip(words));
    }
}
