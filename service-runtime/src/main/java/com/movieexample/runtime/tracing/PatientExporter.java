package com.movieexample.runtime.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans to a collector, and says once in five minutes at most that it can't. What is not taken is gone. */
final class PatientExporter implements SpanExporter {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PatientExporter.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long WARNS_EVERY_NANOS = Duration.ofMinutes(5).toNanos();
    /** Would say the same more often. Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger ITS_OWN = Logger.getLogger("io.opentelemetry.exporter");

    static {
        ITS_OWN.setLevel(Level.OFF);
    }

    private final URI endpoint;
    private final SpanExporter otlp;
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - WARNS_EVERY_NANOS);

    PatientExporter(URI endpoint) {
        this.endpoint = endpoint;
        this.otlp = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(TIMEOUT)
                .setRetryPolicy(null)
                .build();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = otlp.export(spans);
        return result.whenComplete(() -> {
            if (!result.isSuccess()) {
                warn(spans.size());
            }
        });
    }

    private void warn(int spans) {
        long now = System.nanoTime();
        long before = warnedAt.get();
        if (now - before >= WARNS_EVERY_NANOS && warnedAt.compareAndSet(before, now)) {
            LOG.warn("the collector of traces at {} took none of {} spans; they are lost", endpoint, spans);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return otlp.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return otlp.shutdown();
    }
}
