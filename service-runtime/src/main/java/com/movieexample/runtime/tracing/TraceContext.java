package com.movieexample.runtime.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.Metadata;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** {@code traceparent} and {@code tracestate} of W3C, wherever they travel; one that is malformed is as good as none. */
public final class TraceContext {
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private TraceContext() {}

    /** @param carrier of headers that are read by {@code getter} */
    public static <C> Context of(C carrier, TextMapGetter<C> getter) {
        return W3C.extract(Context.root(), carrier, getter);
    }

    static Context of(Metadata headers) {
        return of(headers, (from, key) -> from.get(key(key)));
    }

    static Context of(Headers headers) {
        return of(headers, (from, key) -> {
            Header header = from.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        });
    }

    static void inject(Context context, Metadata headers) {
        W3C.inject(context, headers, (to, key, value) -> {
            to.discardAll(key(key));
            to.put(key(key), value);
        });
    }

    static void inject(Context context, Headers headers) {
        W3C.inject(context, headers, (to, key, value) -> to.add(key, value.getBytes(UTF_8)));
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
