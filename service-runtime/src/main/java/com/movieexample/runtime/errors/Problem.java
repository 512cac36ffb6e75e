package com.movieexample.runtime.errors;

import com.movieexample.api.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the caller sees it; nothing in it is to be kept inside.
 *
 * @param invalidField what was wrong, for {@link ErrorKind#INVALID_INPUT} where one field is to blame
 * @param retryAfter when to try again, always present for {@link ErrorKind#UNAVAILABLE} and {@link
 *     ErrorKind#TOO_MANY_REQUESTS}
 * @param members what else programs are told, by name: members of the problem's JSON, metadata of gRPC's ErrorInfo
 */
public record Problem(
        ErrorKind kind,
        String detail,
        Optional<InvalidField> invalidField,
        Optional<Duration> retryAfter,
        Map<String, String> members) {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** A field, the value it held (empty if none, abbreviated if long) and what was expected. */
    public record InvalidField(String field, String value, String expected) {}

    public Problem {
        members = Map.copyOf(members);
    }

    public static Problem of(ErrorKind kind, String detail) {
        return new Problem(kind, detail, Optional.empty(), retryAfter(kind, Optional.empty()), Map.of());
    }

    static Problem of(ServiceException e) {
        return new Problem(
                e.kind(), e.getMessage(), Optional.empty(), retryAfter(e.kind(), e.retryAfter()), e.members());
    }

    static Problem of(InvalidInputException e) {
        InvalidField field = new InvalidField(e.field(), e.value(), e.expected());
        return new Problem(ErrorKind.INVALID_INPUT, e.getMessage(), Optional.of(field), Optional.empty(), Map.of());
    }

    private static Optional<Duration> retryAfter(ErrorKind kind, Optional<Duration> given) {
        boolean passes = kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.TOO_MANY_REQUESTS;
        return passes ? given.or(() -> Optional.of(RETRY_AFTER)) : Optional.empty();
    }

    /** Whole seconds for {@code Retry-After}, rounded up and at least 1. */
    public Optional<Long> retryAfterSeconds() {
        return retryAfter.map(after -> Math.max(1, after.plusNanos(999_999_999).toSeconds()));
    }
}
