package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Checkpoints;
import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import com.movieexample.api.v1.Watermark;
import com.movieexample.launcher.grpc.GrpcConnection;
import com.movieexample.launcher.process.LaunchException;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The ratings view as a movie-query serves it. Owns its connection; not thread-safe. */
final class ServedView implements AutoCloseable {
    private static final int DUMP_MINUTES = 30;

    private final GrpcConnection connection;

    /** @param address {@code host:port} of movie-query's gRPC */
    ServedView(String address) {
        this.connection = new GrpcConnection(address);
    }

    /**
     * Begins to read what is being served now; empty, with {@code onRefusal} told why, while there is nothing to read.
     *
     * @throws LaunchException when nobody answers, or somebody else
     */
    Optional<Dump> dump(Consumer<String> onRefusal) {
        Dump dump = new Dump();
        try {
            dump.begin();
            return Optional.of(dump);
        } catch (StatusRuntimeException e) {
            dump.close();
            if (connection.isUnreachable(e) || e.getStatus().getCode() != Status.Code.UNAVAILABLE) {
                throw connection.failure("movie-query", e);
            }
            onRefusal.accept(String.valueOf(e.getStatus().getDescription()));
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "movie-query at " + connection.address();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Every aggregate as of one moment, still on its way; its reader is to be quick. Closing it ends the call. */
    final class Dump implements AutoCloseable {
        private final Context.CancellableContext context = Context.current().withCancellation();
        private Iterator<DumpRatingsViewResponse> pieces;
        private DumpRatingsViewResponse first;

        private void begin() {
            context.run(() -> pieces = RatingsViewServiceGrpc.newBlockingStub(connection.channel())
                    .withDeadlineAfter(DUMP_MINUTES, TimeUnit.MINUTES)
                    .dumpRatingsView(DumpRatingsViewRequest.getDefaultInstance()));
            first = pieces.next();
        }

        /** The next offset of a partition that the view does not include yet. */
        long nextOffset(int partition) {
            return watermark(partition).getNextOffset();
        }

        Watermark watermark(int partition) {
            return first.getWatermarksOrDefault(partition, Watermark.getDefaultInstance());
        }

        /** What a partition's watermark was at past offsets. */
        List<Watermark> checkpoints(int partition) {
            return first.getCheckpointsOrDefault(partition, Checkpoints.getDefaultInstance())
                    .getCheckpointsList();
        }

        /** Hands over each record's key and aggregate. */
        void forEach(BiConsumer<String, RatingAggregate> action) {
            try {
                pieces.forEachRemaining(piece -> piece.getAggregatesList()
                        .forEach(dumped -> action.accept(dumped.getRecordKey(), dumped.getAggregate())));
            } catch (StatusRuntimeException e) {
                throw connection.failure("movie-query", e);
            }
        }

        @Override
        public void close() {
            context.cancel(null);
        }
    }
}
