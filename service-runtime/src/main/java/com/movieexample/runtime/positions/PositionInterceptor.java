package com.movieexample.runtime.positions;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Gives each call its {@link CallPositions}, and puts what they were told into the answer's metadata. */
public final class PositionInterceptor implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        CallPositions positions = new CallPositions(headers);
        Context context = Context.current().withValue(CallPositions.OF_CALL, positions);
        return Contexts.interceptCall(context, new AnsweringCall<>(call, positions), headers, next);
    }

    private static final class AnsweringCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final CallPositions positions;
        private boolean headersSent;

        private AnsweringCall(ServerCall<Q, A> call, CallPositions positions) {
            super(call);
            this.positions = positions;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            headersSent = true;
            positions.addTo(headers);
            super.sendHeaders(headers);
        }

        /** An error that comes before any header, such as NOT_FOUND, has but trailers. */
        @Override
        public void close(Status status, Metadata trailers) {
            if (!headersSent) {
                positions.addTo(trailers);
            }
            super.close(status, trailers);
        }
    }
}
