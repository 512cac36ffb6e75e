package com.movieexample.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that can be set: its key, how its text is read, and what it is without one. Immutable.
 *
 * <p>The other names follow from the key: {@code http.port} is {@code MARQUEE_HTTP_PORT} in the environment and
 * {@code --http-port} on the command line, unless {@link #cli(String)} says otherwise.
 *
 * @param <T> what the text is read as
 */
public final class Setting<T> {
    static final String ENVIRONMENT_PREFIX = "MARQUEE_";

    private final String key;
    private final Syntax<T> syntax;
    private final Optional<T> defaultValue;
    private final String description;
    private final boolean secret;
    private final String cliName;

    private Setting(
            String key,
            Syntax<T> syntax,
            Optional<T> defaultValue,
            String description,
            boolean secret,
            String cliName) {
        this.key = key;
        this.syntax = syntax;
        this.defaultValue = defaultValue;
        this.description = description;
        this.secret = secret;
        this.cliName = cliName;
    }

    private static <T> Setting<T> of(String key, Syntax<T> syntax, Optional<T> defaultValue, String description) {
        return new Setting<>(key, syntax, defaultValue, description, false, "--" + key.replace('.', '-'));
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public static Setting<Integer> integer(String key, int defaultValue, int min, int max, String description) {
        return of(key, Syntax.integer(min, max), Optional.of(defaultValue), description);
    }

    /** Text that is not blank. */
    public static Setting<String> text(String key, String defaultValue, String description) {
        return of(key, Syntax.text(), Optional.of(defaultValue), description);
    }

    /** Text without which the process doesn't start. */
    public static Setting<String> requiredText(String key, String description) {
        return of(key, Syntax.text(), Optional.empty(), description);
    }

    /** Text or nothing; empty text is nothing. */
    public static Setting<Optional<String>> optionalText(String key, String description) {
        return of(key, Syntax.optionalText(), Optional.of(Optional.empty()), description);
    }

    /** As {@link #optionalText}, but never shown, neither in {@link Configuration#describe()} nor in an error. */
    public static Setting<Optional<String>> secret(String key, String description) {
        Setting<Optional<String>> shown = optionalText(key, description);
        return new Setting<>(key, shown.syntax, shown.defaultValue, description, true, shown.cliName);
    }

    /** A number with its unit: {@code 250ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 7d}; at most 36500d. */
    public static Setting<Duration> duration(String key, Duration defaultValue, String description) {
        return of(key, DurationSyntax.syntax(), Optional.of(defaultValue), description);
    }

    /** A number of bytes: {@code 4096}, {@code 512KiB}, {@code 64MiB}, {@code 1GiB}, {@code 2TiB}. */
    public static Setting<Long> bytes(String key, long defaultValue, String description) {
        return of(key, BytesSyntax.syntax(), Optional.of(defaultValue), description);
    }

    /** A number, a time or both, {@code 1000,30s}; nothing if not set. */
    public static Setting<Bound> bound(String key, String description) {
        return of(key, BoundSyntax.syntax(), Optional.of(Bound.NONE), description);
    }

    /** {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String key, boolean defaultValue, String description) {
        return of(key, Syntax.flag(), Optional.of(defaultValue), description);
    }

    /** One of the names of an enum, in lower case. */
    public static <E extends Enum<E>> Setting<E> choice(String key, E defaultValue, String description) {
        return of(key, Syntax.choice(defaultValue.getDeclaringClass()), Optional.of(defaultValue), description);
    }

    /** A file or folder; relative ones start at the working directory. */
    public static Setting<Path> path(String key, Path defaultValue, String description) {
        return of(key, Syntax.path(), Optional.of(defaultValue), description);
    }

    /** The same with another name on the command line, such as {@code --port}. */
    public Setting<T> cli(String name) {
        return new Setting<>(key, syntax, defaultValue, description, secret, name);
    }

    /** The same for fewer values: {@code expected} says which, and completes "expected …". */
    public Setting<T> matching(Predicate<T> rule, String expected) {
        return new Setting<>(key, syntax.narrowed(rule, expected), defaultValue, description, secret, cliName);
    }

    /** The same with another word in place of a value where options are listed, such as {@code DIR}. */
    public Setting<T> label(String word) {
        return new Setting<>(key, syntax.labelled(word), defaultValue, description, secret, cliName);
    }

    public String key() {
        return key;
    }

    public String environmentName() {
        return environmentName(key);
    }

    public String cliName() {
        return cliName;
    }

    public String description() {
        return description;
    }

    public boolean isSecret() {
        return secret;
    }

    /** Stands for a value where options are listed; {@code true|false} for a flag. */
    public String label() {
        return syntax.label();
    }

    /** What a value must look like; completes "expected …". */
    public String expected() {
        return syntax.expected();
    }

    /** The default as one would write it; empty if the setting is required. */
    public Optional<String> defaultText() {
        return defaultValue.map(syntax.format());
    }

    Optional<T> defaultValue() {
        return defaultValue;
    }

    /** The value, or empty if the text is not as {@link #expected()}. */
    Optional<T> parse(String text) {
        return syntax.parse().apply(text);
    }

    static String environmentName(String key) {
        return ENVIRONMENT_PREFIX
                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
