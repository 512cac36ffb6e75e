package com.movieexample.runtime.requests;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Gives each gRPC call its id, tells the caller, and marks what is logged for it. Thread-safe. */
public final class RequestIdInterceptor implements ServerInterceptor {
    static final Metadata.Key<String> KEY = Metadata.Key.of(RequestId.HEADER, Metadata.ASCII_STRING_MARSHALLER);

    private final String service;

    /** @param service its name in the registry */
    public RequestIdInterceptor(String service) {
        this.service = service;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String id = RequestId.of(headers.get(KEY));
        RequestScope.enter(service, id);
        try {
            return new MarkedListener<>(next.startCall(new TellingCall<>(call, id), headers), service, id);
        } finally {
            RequestScope.leave();
        }
    }

    /** Tells it with the first of what is sent. */
    private static final class TellingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final String id;
        private boolean told;

        private TellingCall(ServerCall<Q, A> call, String id) {
            super(call);
            this.id = id;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            tell(headers);
            super.sendHeaders(headers);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!told) {
                tell(trailers);
            }
            super.close(status, trailers);
        }

        private void tell(Metadata metadata) {
            told = true;
            metadata.discardAll(KEY);
            metadata.put(KEY, id);
        }
    }

    private static final class MarkedListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final String service;
        private final String id;

        private MarkedListener(ServerCall.Listener<Q> listener, String service, String id) {
            super(listener);
            this.service = service;
            this.id = id;
        }

        @Override
        public void onMessage(Q message) {
            marked(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            marked(super::onHalfClose);
        }

        @Override
        public void onReady() {
            marked(super::onReady);
        }

        @Override
        public void onCancel() {
            marked(super::onCancel);
        }

        @Override
        public void onComplete() {
            marked(super::onComplete);
        }

        private void marked(Runnable event) {
            RequestScope.enter(service, id);
            try {
                event.run();
            } finally {
                RequestScope.leave();
            }
        }
    }
}
