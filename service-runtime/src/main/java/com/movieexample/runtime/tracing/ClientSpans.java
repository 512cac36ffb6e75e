package com.movieexample.runtime.tracing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** A span for each gRPC call that a request makes, told to the service that is called. */
final class ClientSpans implements ClientInterceptor {
    private final Tracer tracer;

    ClientSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        Context parent = Context.current();
        ClientCall<Q, A> call = next.newCall(method, options);
        if (!Span.fromContext(parent).getSpanContext().isValid()) {
            return call;
        }
        Span span = tracer.spanBuilder(method.getFullMethodName())
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("rpc.system", "grpc")
                .startSpan();
        return new TracedCall<>(call, parent.with(span), span);
    }

    private static final class TracedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final Context context;
        private final Span span;

        private TracedCall(ClientCall<Q, A> call, Context context, Span span) {
            super(call);
            this.context = context;
            this.span = span;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            TraceContext.inject(context, headers);
            super.start(ending(listener), headers);
        }

        private Listener<A> ending(Listener<A> listener) {
            return new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                    span.setAttribute("rpc.grpc.status_code", status.getCode().value());
                    if (!status.isOk()) {
                        span.setStatus(StatusCode.ERROR);
                    }
                    span.end();
                    super.onClose(status, trailers);
                }
            };
        }
    }
}
