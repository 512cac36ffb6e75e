package com.movieexample.launcher.grpc;

import com.movieexample.api.v1.DumpRatingsViewRequest;
import com.movieexample.api.v1.DumpRatingsViewResponse;
import com.movieexample.api.v1.DumpedAggregate;
import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import io.grpc.Context;
import io.grpc.Contexts;
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

/** On a free port: a film whose title is its id and whose description is the header {@code marquee-position}. */
final class FakeServices implements AutoCloseable {
    private static final Context.Key<String> POSITION = Context.key("position");

    private final Server server;

    FakeServices() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Movies())
                .addService(new Operators())
                .intercept(new PositionHeader())
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Movies extends MovieServiceGrpc.MovieServiceImplBase {
        @Override
        public void getMovieDetails(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
            if (request.getMovieId().isEmpty()) {
                answer.onError(Status.NOT_FOUND
                        .withDescription("there is no metadata for it")
                        .asRuntimeException());
                return;
            }
            MovieDetails.Builder details = MovieDetails.newBuilder();
            details.getMetadataBuilder().setTitle(request.getMovieId()).setDescription(POSITION.get());
            answer.onNext(GetMovieDetailsResponse.newBuilder()
                    .setMovieDetails(details)
                    .build());
            answer.onCompleted();
        }
    }

    private static final class Operators extends RatingsViewServiceGrpc.RatingsViewServiceImplBase {
        @Override
        public void dumpRatingsView(DumpRatingsViewRequest request, StreamObserver<DumpRatingsViewResponse> answer) {
            for (String key : new String[] {"movie/1", "movie/2"}) {
                answer.onNext(DumpRatingsViewResponse.newBuilder()
                        .addAggregates(DumpedAggregate.newBuilder().setRecordKey(key))
                        .build());
            }
            answer.onCompleted();
        }
    }

    private static final class PositionHeader implements ServerInterceptor {
        private static final Metadata.Key<String> NAME =
                Metadata.Key.of("marquee-position", Metadata.ASCII_STRING_MARSHALLER);

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String position = headers.containsKey(NAME) ? headers.get(NAME) : "";
            return Contexts.interceptCall(Context.current().withValue(POSITION, position), call, headers, next);
        }
    }
}
