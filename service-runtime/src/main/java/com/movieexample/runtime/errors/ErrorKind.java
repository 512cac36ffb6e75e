package com.movieexample.runtime.errors;

import io.grpc.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of errors a caller can tell apart; the table that every answer over HTTP and gRPC is made from. */
public enum ErrorKind {
    INVALID_INPUT(400, "Invalid input", Status.Code.INVALID_ARGUMENT),
    UNAUTHENTICATED(401, "Not authenticated", Status.Code.UNAUTHENTICATED),
    FORBIDDEN(403, "Not allowed", Status.Code.PERMISSION_DENIED),
    NOT_FOUND(404, "Not found", Status.Code.NOT_FOUND),
    METHOD_NOT_ALLOWED(405, "Method not allowed", Status.Code.UNIMPLEMENTED),
    CONFLICT(409, "Conflict", Status.Code.FAILED_PRECONDITION),
    TOO_LARGE(413, "Too large", Status.Code.RESOURCE_EXHAUSTED),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", Status.Code.INVALID_ARGUMENT),
    /** Of this caller; others may still. The answer says when to try again. */
    TOO_MANY_REQUESTS(429, "Too many requests", Status.Code.RESOURCE_EXHAUSTED),
    /** The caller went away; nobody reads this answer. 499 is what proxies log for it. */
    CANCELLED(499, "Cancelled", Status.Code.CANCELLED),
    INTERNAL(500, "Internal error", Status.Code.INTERNAL),
    /** Not now, but later: the answer says when to try again. */
    UNAVAILABLE(503, "Not available", Status.Code.UNAVAILABLE),
    TIMEOUT(504, "Timed out", Status.Code.DEADLINE_EXCEEDED);

    private final int httpStatus;
    private final String title;
    private final Status.Code grpcCode;

    ErrorKind(int httpStatus, String title, Status.Code grpcCode) {
        this.httpStatus = httpStatus;
        this.title = title;
        this.grpcCode = grpcCode;
    }

    /** Whether it is the event or who sends it that is wrong: sent again it is refused again. */
    public boolean isRefusal() {
        return this == INVALID_INPUT || this == FORBIDDEN;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String title() {
        return title;
    }

    public Status.Code grpcCode() {
        return grpcCode;
    }

    /** The problem type of RFC 9457, a stable relative URI such as {@code /problems/invalid-input}. */
    public String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with exactly this status. */
    public static Optional<ErrorKind> ofHttpStatus(int status) {
        return Arrays.stream(values()).filter(kind -> kind.httpStatus == status).findFirst();
    }

    /** The first kind with this code: INVALID_ARGUMENT is {@link #INVALID_INPUT}. */
    public static Optional<ErrorKind> ofGrpcCode(Status.Code code) {
        return Arrays.stream(values()).filter(kind -> kind.grpcCode == code).findFirst();
    }

    static Optional<ErrorKind> ofName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
