package com.movieexample.runtime.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How values of one type are written. {@code parse} answers with empty when the text doesn't fit {@code expected}.
 *
 * @param label stands for a value where options are listed
 */
record Syntax<T>(String expected, String label, Function<String, Optional<T>> parse, Function<T, String> format) {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");

    static Syntax<Integer> integer(int min, int max) {
        return new Syntax<>(
                "a whole number from " + min + " to " + max,
                "N",
                text -> Optional.of(text)
                        .filter(digits -> INTEGER.matcher(digits).matches())
                        .map(Long::valueOf)
                        .filter(number -> number >= min && number <= max)
                        .map(Long::intValue),
                String::valueOf);
    }

    static Syntax<String> text() {
        return new Syntax<>(
                "text that is not empty",
                "TEXT",
                text -> Optional.of(text).filter(Predicate.not(String::isBlank)),
                Function.identity());
    }

    static Syntax<Optional<String>> optionalText() {
        return new Syntax<>(
                "text",
                "TEXT",
                text -> Optional.of(Optional.of(text).filter(Predicate.not(String::isBlank))),
                text -> text.orElse(""));
    }

    static Syntax<Boolean> flag() {
        return new Syntax<>(
                "true or false",
                "true|false",
                text -> Optional.of(text)
                        .filter(word -> word.equals("true") || word.equals("false"))
                        .map(Boolean::valueOf),
                String::valueOf);
    }

    static <E extends Enum<E>> Syntax<E> choice(Class<E> of) {
        List<E> choices = List.of(of.getEnumConstants());
        List<String> names = choices.stream().map(Syntax::nameOf).toList();
        return new Syntax<>(
                String.join(" or ", names),
                String.join("|", names),
                text -> Optional.of(names.indexOf(text)).filter(at -> at >= 0).map(choices::get),
                Syntax::nameOf);
    }

    private static String nameOf(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static Syntax<Path> path() {
        return new Syntax<>("the path of a file or folder", "PATH", Syntax::parsePath, Path::toString);
    }

    private static Optional<Path> parsePath(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    Syntax<T> narrowed(Predicate<T> rule, String narrowerExpected) {
        return new Syntax<>(narrowerExpected, label, text -> parse.apply(text).filter(rule), format);
    }

    Syntax<T> labelled(String otherLabel) {
        return new Syntax<>(expected, otherLabel, parse, format);
    }
}
