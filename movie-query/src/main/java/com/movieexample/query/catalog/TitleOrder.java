package com.movieexample.query.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How titles follow each other: without regard to case, accents and a leading article of English. */
final class TitleOrder {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|an?)\\s+(?=\\S)");
    private static final Pattern OPENING = Pattern.compile("^[^\\p{L}\\p{N}]+(?=[\\p{L}\\p{N}])");

    private TitleOrder() {}

    static String key(String title) {
        String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String opened = OPENING.matcher(plain).replaceFirst("");
        return ARTICLE.matcher(opened).replaceFirst("");
    }
}
