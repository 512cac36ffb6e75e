package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import java.util.regex.Pattern;

/** The whole numbers that MovieLens's files identify users and movies by; they stay text, zeros in front included. */
final class MovieLensIds {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

    private MovieLensIds() {}

    /** @throws InvalidInputException naming {@code field}, unless {@code text} is a whole number */
    static String require(String field, String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new InvalidInputException(field, text, "a whole number");
        }
        return text;
    }
}
