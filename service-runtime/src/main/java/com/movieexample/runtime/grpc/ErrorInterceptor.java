package com.movieexample.runtime.grpc;

import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * Ends a call with the status of the one error table, whether the service throws or gives its observer an exception.
 * A status without our details is taken for that of a failed call of another service, and translated too.
 */
final class ErrorInterceptor implements ServerInterceptor {
    @Override
    public <Q, A> Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        TranslatingCall<Q, A> translating = new TranslatingCall<>(call);
        try {
            return new TranslatingListener<>(next.startCall(translating, headers), translating);
        } catch (RuntimeException e) {
            translating.fail(e);
            return new Listener<>() {};
        }
    }

    private static final class TranslatingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean closed;

        private TranslatingCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (isFinal(status, trailers)) {
                end(status, trailers);
            } else {
                fail(thrown(status, trailers));
            }
        }

        /** UNIMPLEMENTED is what gRPC answers for methods that a service leaves out. */
        private static boolean isFinal(Status status, Metadata trailers) {
            return status.isOk()
                    || status.getCode() == Status.Code.UNIMPLEMENTED
                    || GrpcProblems.read(status, trailers).isPresent();
        }

        /** What the service gave its observer; gRPC has made an UNKNOWN of it if it was no status. */
        private static Throwable thrown(Status status, Metadata trailers) {
            boolean wrapped = status.getCode() == Status.Code.UNKNOWN && status.getCause() != null;
            return wrapped ? status.getCause() : new StatusRuntimeException(status, trailers);
        }

        private void fail(Throwable thrown) {
            Problem problem = Problems.report(thrown, getMethodDescriptor().getFullMethodName());
            StatusRuntimeException translated = GrpcProblems.write(problem);
            end(translated.getStatus(), translated.getTrailers());
        }

        /** Once: a handler that goes on after it failed can't be told again. */
        private synchronized void end(Status status, Metadata trailers) {
            if (!closed) {
                closed = true;
                super.close(status, trailers);
            }
        }
    }

    private static final class TranslatingListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final TranslatingCall<Q, ?> call;

        private TranslatingListener(Listener<Q> listener, TranslatingCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guarded(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guarded(super::onHalfClose);
        }

        @Override
        public void onReady() {
            guarded(super::onReady);
        }

        private void guarded(Runnable event) {
            try {
                event.run();
            } catch (RuntimeException e) {
                call.fail(e);
            }
        }
    }
}
