package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.GetViewDigestsRequest;
import com.movieexample.api.v1.GetViewDigestsResponse;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.api.v1.Watermark;
import com.movieexample.launcher.grpc.GrpcConnection;
import com.movieexample.launcher.process.LaunchException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The copies that a movie-query has of generations. Owns its connection; thread-safe. */
final class ViewCopies implements AutoCloseable {
    private static final long DUMP_MINUTES = 30;
    private static final long ANSWERED_WITHIN_S = 10;
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);

    /** A new copy has to be opened and filled first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GrpcConnection connection;

    /** @param address {@code host:port} of movie-query's gRPC */
    ViewCopies(String address) {
        this.connection = new GrpcConnection(address);
    }

    /**
     * What a copy says of its digests now.
     *
     * @throws LaunchException when there is no such copy after a while, or nobody answers
     */
    GetViewDigestsResponse digests(int generation) {
        return patiently(() -> RatingsViewServiceGrpc.newBlockingStub(connection.channel())
                .withDeadlineAfter(ANSWERED_WITHIN_S, TimeUnit.SECONDS)
                .getViewDigests(GetViewDigestsRequest.newBuilder()
                        .setGeneration(generation)
                        .build()));
    }

    /**
     * Waits until the copy of one generation has come as far as that of another one is now.
     *
     * @throws LaunchException if it does not after a while
     */
    void awaitAsFar(int generation, int other) {
        Map<Integer, Watermark> wanted = digests(other).getWatermarksMap();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAsFar(digests(generation).getWatermarksMap(), wanted)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new LaunchException("movie-query at %s has not copied all of generation %d after %d s"
                        .formatted(connection.address(), generation, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(AGAIN_NS);
        }
    }

    private static boolean isAsFar(Map<Integer, Watermark> here, Map<Integer, Watermark> wanted) {
        return wanted.entrySet().stream()
                .allMatch(other -> here.getOrDefault(other.getKey(), Watermark.getDefaultInstance())
                                .getNextOffset()
                        >= other.getValue().getNextOffset());
    }

    /** All of a copy, as of one moment; the first piece has the watermarks. */
    Iterable<DumpRatingsViewResponse> dump(int generation) {
        return () -> patiently(() -> {
            Iterator<DumpRatingsViewResponse> pieces = RatingsViewServiceGrpc.newBlockingStub(connection.channel())
                    .withDeadlineAfter(DUMP_MINUTES, TimeUnit.MINUTES)
                    .dumpRatingsView(DumpRatingsViewRequest.newBuilder()
                            .setGeneration(generation)
                            .build());
            // A refusal comes with the first piece.
            if (!pieces.hasNext()) {
                throw new IllegalStateException("a dump without watermarks");
            }
            return pieces;
        });
    }

    private <T> T patiently(Supplier<T> call) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (StatusRuntimeException e) {
                boolean mayCome = e.getStatus().getCode() == Status.Code.UNAVAILABLE && !connection.isUnreachable(e);
                if (!mayCome
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw connection.failure("movie-query", e);
                }
                LockSupport.parkNanos(AGAIN_NS);
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
