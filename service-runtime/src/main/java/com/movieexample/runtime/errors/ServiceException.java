package com.movieexample.runtime.errors;

import com.movieexample.api.LogUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error that the caller is told about. The detail is shown to the caller, except that of {@link ErrorKind#INTERNAL},
 * which is only logged. Bad input is a {@link com.movieexample.api.InvalidInputException} instead.
 */
public final class ServiceException extends RuntimeException {
    private final ErrorKind kind;
    private final Optional<Duration> retryAfter;
    private final Map<String, String> members;

    private ServiceException(
            ErrorKind kind,
            String detail,
            Optional<Duration> retryAfter,
            Map<String, String> members,
            Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.members = Map.copyOf(members);
    }

    private ServiceException(ErrorKind kind, String detail, Optional<Duration> retryAfter, Throwable cause) {
        this(kind, detail, retryAfter, Map.of(), cause);
    }

    public static ServiceException of(ErrorKind kind, String detail) {
        return new ServiceException(kind, detail, Optional.empty(), null);
    }

    /** A write that was not sent is unavailable, one that was sent and not confirmed has timed out. */
    public static ServiceException of(LogUnavailableException e) {
        ErrorKind kind = e.sent() ? ErrorKind.TIMEOUT : ErrorKind.UNAVAILABLE;
        return new ServiceException(kind, e.getMessage(), Optional.empty(), e);
    }

    /** The same with something more that programs are told, see {@link Problem#members()}. */
    public ServiceException with(String member, String value) {
        Map<String, String> more = new HashMap<>(members);
        more.put(member, value);
        return new ServiceException(kind, getMessage(), retryAfter, more, this);
    }

    public static ServiceException notFound(String detail) {
        return of(ErrorKind.NOT_FOUND, detail);
    }

    /** What was asked for doesn't go with the state of things. */
    public static ServiceException conflict(String detail) {
        return of(ErrorKind.CONFLICT, detail);
    }

    public static ServiceException unsupportedMediaType(String detail) {
        return of(ErrorKind.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /** @param retryAfter when the caller may try again; shown in whole seconds, at least 1 */
    public static ServiceException unavailable(String detail, Duration retryAfter) {
        return unavailable(detail, retryAfter, null);
    }

    public static ServiceException unavailable(String detail, Duration retryAfter, Throwable cause) {
        return new ServiceException(ErrorKind.UNAVAILABLE, detail, Optional.of(retryAfter), cause);
    }

    /** As {@link #unavailable}, but for one caller only. */
    public static ServiceException tooManyRequests(String detail, Duration retryAfter) {
        return new ServiceException(ErrorKind.TOO_MANY_REQUESTS, detail, Optional.of(retryAfter), null);
    }

    public static ServiceException timeout(String detail) {
        return of(ErrorKind.TIMEOUT, detail);
    }

    public static ServiceException internal(String detail, Throwable cause) {
        return new ServiceException(ErrorKind.INTERNAL, detail, Optional.empty(), cause);
    }

    public ErrorKind kind() {
        return kind;
    }

    Map<String, String> members() {
        return members;
    }

    /** Present for {@link ErrorKind#UNAVAILABLE} and {@link ErrorKind#TOO_MANY_REQUESTS} only. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
