package com.movieexample.query;

import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.DumpedAggregate;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.ViewKeys;
import io.grpc.stub.ServerCallStreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a dump some hundreds of aggregates at a time, and no faster than its reader takes them. A reader that takes
 * none for a while is let go, since its dump holds old data on disk. Not thread-safe.
 */
final class DumpPieces {
    private static final int PIECE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerCallStreamObserver<DumpRatingsViewResponse> answer;
    private DumpRatingsViewResponse.Builder piece = DumpRatingsViewResponse.newBuilder();

    DumpPieces(ServerCallStreamObserver<DumpRatingsViewResponse> answer) {
        this.answer = answer;
    }

    void send(ViewDigests digests) {
        answer.onNext(DumpRatingsViewResponse.newBuilder()
                .putAllWatermarks(digests.watermarks())
                .putAllCheckpoints(digests.checkpoints())
                .build());
    }

    /** Takes an entry of the view; reserved ones are left out. */
    void add(byte[] key, byte[] value) {
        if (!ViewKeys.isRecord(key)) {
            return;
        }
        piece.addAggregates(DumpedAggregate.newBuilder()
                .setRecordKey(new String(key, StandardCharsets.UTF_8))
                .setAggregate(RatingsView.aggregate(value)));
        if (piece.getAggregatesCount() == PIECE) {
            send();
        }
    }

    void send() {
        awaitReader();
        answer.onNext(piece.build());
        piece = DumpRatingsViewResponse.newBuilder();
    }

    /** Looks again and again: gRPC would call back on the very thread that waits here. */
    private void awaitReader() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answer.isReady() && !answer.isCancelled()) {
            if (System.nanoTime() > deadline) {
                throw ServiceException.timeout("the dump was not read for " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (answer.isCancelled()) {
            throw ServiceException.unavailable("the reader is gone", Duration.ofSeconds(1));
        }
    }
}
