package com.movieexample.launcher.importing;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.MovieServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks movie-query for an answer that includes given positions, until there is one. Owns nothing. */
public final class VisibilityCheck {
    private static final Metadata.Key<String> POSITION =
            Metadata.Key.of(Positions.HEADER.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    // Whether there is such a movie does not matter: the answer waits for the positions all the same.
    private static final BatchGetMovieDetailsRequest ANY_MOVIE =
            BatchGetMovieDetailsRequest.newBuilder().addMovieIds("1").build();

    private final ServiceConnection movieQuery;
    private final Duration total;

    public VisibilityCheck(ServiceConnection movieQuery) {
        this(movieQuery, Duration.ofSeconds(60));
    }

    /** @param total how long to go on asking while movie-query is behind */
    VisibilityCheck(ServiceConnection movieQuery, Duration total) {
        this.movieQuery = movieQuery;
        this.total = total;
    }

    /** The outcome in a line for the user. */
    public String await(Positions positions) {
        if (!movieQuery.isReachable()) {
            return "Not checked whether it is visible: " + movieQuery + " is not reachable.";
        }
        long deadline = System.nanoTime() + total.toNanos();
        Status status = ask(positions, deadline);
        while (status.getCode() == Status.Code.DEADLINE_EXCEEDED && System.nanoTime() < deadline) {
            status = ask(positions, deadline);
        }
        return switch (status.getCode()) {
            case OK -> "All of it is visible in movie-query.";
            case DEADLINE_EXCEEDED -> "It is in the log, but not yet visible in movie-query.";
            default -> "Not checked whether it is visible: %s says %s".formatted(movieQuery, text(status));
        };
    }

    private Status ask(Positions positions, long deadline) {
        Metadata headers = new Metadata();
        headers.put(POSITION, positions.toString());
        long nanos = Math.max(1, Math.min(ATTEMPT.toNanos(), deadline - System.nanoTime()));
        try {
            MovieServiceGrpc.newBlockingStub(movieQuery.channel())
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .withDeadlineAfter(nanos, TimeUnit.NANOSECONDS)
                    .batchGetMovieDetails(ANY_MOVIE);
            return Status.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus();
        }
    }

    private static String text(Status status) {
        return status.getDescription() == null ? status.getCode().toString() : status.getDescription();
    }
}
