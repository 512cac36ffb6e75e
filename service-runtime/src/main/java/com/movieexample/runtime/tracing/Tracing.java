package com.movieexample.runtime.tracing;

import com.movieexample.runtime.lifecycle.Component;
import io.grpc.ClientInterceptor;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The spans of one service. They are sent from a thread and a queue of their own, which loses some rather than hold
 * anybody up. Thread-safe.
 */
public final class Tracing implements Component {
    public static final Tracing OFF = new Tracing(Optional.empty());

    private static final String SCOPE = "com.movieexample.marquee";
    private static final int WAITING_SPANS = 2_048;
    private static final long LAST_SPANS_SECONDS = 2;

    private final Optional<SdkTracerProvider> provider;

    private Tracing(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
    }

    /** @param target empty to trace nothing */
    public static Tracing of(String service, Optional<TraceTarget> target) {
        return target.map(to -> new Tracing(Optional.of(provider(service, to)))).orElse(OFF);
    }

    private static SdkTracerProvider provider(String service, TraceTarget target) {
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", service)
                                .put("service.namespace", "marquee")
                                .build())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(target.ratio())))
                .addSpanProcessor(BatchSpanProcessor.builder(new PatientExporter(target.endpoint()))
                        .setMaxQueueSize(WAITING_SPANS)
                        .build())
                .build();
    }

    public boolean isOn() {
        return provider.isPresent();
    }

    /** @throws IllegalStateException if it is off: nobody makes spans then */
    public Tracer tracer() {
        return provider.orElseThrow(() -> new IllegalStateException("tracing is off"))
                .get(SCOPE);
    }

    /** A span for each call that comes in; empty if it is off. */
    public Optional<ServerInterceptor> serverInterceptor() {
        return provider.map(any -> new ServerSpans(tracer()));
    }

    /** A span for each call of another service that is made for a request; empty if it is off. */
    public Optional<ClientInterceptor> clientInterceptor() {
        return provider.map(any -> new ClientSpans(tracer()));
    }

    /** Begins with a record that the request of this thread sends; its headers lead to the span. */
    public RecordSpan send(String topic) {
        if (!Span.current().getSpanContext().isSampled()) {
            return RecordSpan.NONE;
        }
        Span span = tracer().spanBuilder("send " + topic)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
        RecordHeaders headers = new RecordHeaders();
        TraceContext.inject(Context.current().with(span), headers);
        return new RecordSpan(span, List.of(headers.toArray()));
    }

    /** Begins to take in a record whose headers may lead to the span that sent it. */
    public RecordSpan receive(String name, Headers headers) {
        Context sender = TraceContext.of(headers);
        SpanContext sent = Span.fromContext(sender).getSpanContext();
        if (!sent.isSampled()) {
            return RecordSpan.NONE;
        }
        Span span = tracer().spanBuilder(name)
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .startSpan();
        return new RecordSpan(span, List.of());
    }

    @Override
    public String name() {
        return "tracing";
    }

    @Override
    public void start() {}

    /** Sends what waits, if that can be done soon. */
    @Override
    public void close() {
        provider.ifPresent(closing -> closing.shutdown().join(LAST_SPANS_SECONDS, TimeUnit.SECONDS));
    }
}
