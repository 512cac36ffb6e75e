package com.movieexample.launcher.importing;

import com.google.common.net.HostAndPort;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsResponse;
import com.movieexample.api.v1.DeleteRatingRequest;
import com.movieexample.api.v1.DeleteRatingResponse;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.api.v1.PutMetadataResponse;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.RatingServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The three services on one real gRPC server, which answer as they are told: first each failure, then well. */
final class FakeServices implements AutoCloseable {
    private static final Metadata.Key<String> POSITION =
            Metadata.Key.of("marquee-position", Metadata.ASCII_STRING_MARSHALLER);

    final List<PutMetadataRequest> movies = new CopyOnWriteArrayList<>();
    final List<PutRatingRequest> ratings = new CopyOnWriteArrayList<>();
    final List<DeleteRatingRequest> deletes = new CopyOnWriteArrayList<>();
    final List<String> positionsAskedFor = new CopyOnWriteArrayList<>();
    final Queue<Status> failures = new ConcurrentLinkedQueue<>();

    private final Server server;

    FakeServices() {
        try {
            server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                    .addService(new Movies())
                    .addService(new Ratings())
                    .addService(new Query())
                    .intercept(new Failing())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostAndPort address() {
        return HostAndPort.fromParts("127.0.0.1", server.getPort());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Movies extends MetadataServiceGrpc.MetadataServiceImplBase {
        @Override
        public void putMetadata(PutMetadataRequest request, StreamObserver<PutMetadataResponse> answer) {
            movies.add(request);
            answer.onNext(PutMetadataResponse.newBuilder()
                    .setPosition("movie-metadata/0:17")
                    .build());
            answer.onCompleted();
        }
    }

    private final class Ratings extends RatingServiceGrpc.RatingServiceImplBase {
        @Override
        public void deleteRating(DeleteRatingRequest request, StreamObserver<DeleteRatingResponse> answer) {
            deletes.add(request);
            answer.onNext(DeleteRatingResponse.newBuilder()
                    .setPosition("ratings/3:1043")
                    .build());
            answer.onCompleted();
        }

        @Override
        public void putRating(PutRatingRequest request, StreamObserver<PutRatingResponse> answer) {
            ratings.add(request);
            answer.onNext(
                    PutRatingResponse.newBuilder().setPosition("ratings/3:1042").build());
            answer.onCompleted();
        }
    }

    private static final class Query extends MovieServiceGrpc.MovieServiceImplBase {
        @Override
        public void batchGetMovieDetails(
                BatchGetMovieDetailsRequest request, StreamObserver<BatchGetMovieDetailsResponse> answer) {
            answer.onNext(BatchGetMovieDetailsResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private final class Failing implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (headers.containsKey(POSITION)) {
                positionsAskedFor.add(headers.get(POSITION));
            }
            Status failure = failures.poll();
            if (failure == null) {
                return next.startCall(call, headers);
            }
            call.close(failure, new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }
}
