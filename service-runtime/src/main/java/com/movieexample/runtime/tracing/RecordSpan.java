package com.movieexample.runtime.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** What is done with one record of the log, or nothing that is traced. */
public final class RecordSpan {
    /** Of a record that belongs to no trace. */
    public static final RecordSpan NONE = new RecordSpan(Span.getInvalid(), List.of());

    private final Span span;
    private final List<Header> headers;

    RecordSpan(Span span, List<Header> headers) {
        this.span = span;
        this.headers = headers;
    }

    /** For the record. */
    public List<Header> headers() {
        return headers;
    }

    public boolean isTraced() {
        return this != NONE;
    }

    public RecordSpan with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** @param failure null if all went well */
    public void end(Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
        }
        span.end();
    }
}
