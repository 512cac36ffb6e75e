package com.movieexample.runtime.tracing;

import com.movieexample.runtime.requests.RequestScope;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A span for each gRPC call that comes in. What a stream brings has none of its own: a trace of a million ratings would
 * tell nobody anything.
 */
final class ServerSpans implements ServerInterceptor {
    private static final Set<Status.Code> OUR_FAULTS = Set.of(
            Status.Code.UNKNOWN,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DATA_LOSS);

    private final Tracer tracer;

    ServerSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Context parent = TraceContext.of(headers);
        Span span = tracer.spanBuilder(call.getMethodDescriptor().getFullMethodName())
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("rpc.system", "grpc")
                .startSpan();
        boolean unary = call.getMethodDescriptor().getType() == MethodType.UNARY;
        Context within = unary ? parent.with(span) : Context.root();
        return within(
                within,
                span,
                () -> new TracedListener<>(next.startCall(new EndingCall<>(call, span), headers), within, span));
    }

    @SuppressWarnings("try") // closed is all that a scope is
    private static <T> T within(Context context, Span span, Supplier<T> work) {
        RequestScope.markTrace(span.getSpanContext().getTraceId());
        try (Scope scope = context.makeCurrent()) {
            return work.get();
        } finally {
            RequestScope.unmarkTrace();
        }
    }

    private static final class EndingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Span span;

        private EndingCall(ServerCall<Q, A> call, Span span) {
            super(call);
            this.span = span;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            span.setAttribute("rpc.grpc.status_code", status.getCode().value());
            if (OUR_FAULTS.contains(status.getCode())) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
            super.close(status, trailers);
        }
    }

    private static final class TracedListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Context context;
        private final Span span;

        private TracedListener(ServerCall.Listener<Q> listener, Context context, Span span) {
            super(listener);
            this.context = context;
            this.span = span;
        }

        @Override
        public void onMessage(Q message) {
            event(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            event(super::onHalfClose);
        }

        private void event(Runnable event) {
            within(context, span, () -> {
                event.run();
                return null;
            });
        }

        /** No status was sent; a span that has ended does not end again. */
        @Override
        public void onCancel() {
            span.end();
            super.onCancel();
        }
    }
}
