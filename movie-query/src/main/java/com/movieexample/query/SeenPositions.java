package com.movieexample.query;

import com.movieexample.topics.Positions;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Locale;

/** Carries the positions that a gRPC caller has seen, in one entry or in several, from the call's metadata to its handler. */
final class SeenPositions implements ServerInterceptor {
    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of(Positions.HEADER.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> SEEN = Context.key("marquee-position");

    /** Those of the call that is being handled. */
    static Positions ofThisCall() {
        String header = SEEN.get();
        return header == null ? Positions.NONE : Positions.parse(header);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Iterable<String> all = headers.getAll(HEADER);
        return all == null
                ? next.startCall(call, headers)
                : Contexts.interceptCall(Context.current().withValue(SEEN, String.join(",", all)), call, headers, next);
    }
}
