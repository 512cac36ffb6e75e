package com.movieexample.runtime.errors;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.Set;

/** What a failed call of another service means for our own caller. */
final class DownstreamProblem {
    /** The others, from a missing key to a bug, are between us and that service. */
    private static final Set<ErrorKind> PASSED_ON = EnumSet.of(
            ErrorKind.INVALID_INPUT,
            ErrorKind.NOT_FOUND,
            ErrorKind.CONFLICT,
            ErrorKind.TOO_LARGE,
            ErrorKind.UNAVAILABLE,
            ErrorKind.TIMEOUT,
            ErrorKind.CANCELLED);

    private DownstreamProblem() {}

    static Problem of(Status status, Metadata trailers) {
        // Raised in this process, on the way to the other one: it knows more than the status does.
        if (status.getCause() instanceof ServiceException e) {
            return Problems.of(e);
        }
        return GrpcProblems.read(status, trailers)
                .map(problem -> PASSED_ON.contains(problem.kind()) ? problem : Problems.internal())
                .orElseGet(() -> ofForeign(status));
    }

    /** Without our details the text may be gRPC's own, which tells of hosts and connections. */
    private static Problem ofForeign(Status status) {
        return switch (status.getCode()) {
            case INVALID_ARGUMENT -> Problem.of(ErrorKind.INVALID_INPUT, text(status, "invalid input"));
            case NOT_FOUND -> Problem.of(ErrorKind.NOT_FOUND, text(status, "not found"));
            case UNAVAILABLE ->
                Problem.of(ErrorKind.UNAVAILABLE, "a service that is needed here is not available, try again");
            case DEADLINE_EXCEEDED ->
                Problem.of(ErrorKind.TIMEOUT, "a service that is needed here did not answer in time");
            case CANCELLED -> Problem.of(ErrorKind.CANCELLED, "the call was cancelled");
            default -> Problems.internal();
        };
    }

    private static String text(Status status, String otherwise) {
        return status.getDescription() == null ? otherwise : status.getDescription();
    }
}
