package com.movieexample.launcher.tracing;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;

/** A span as a collector was told of it; its parent is empty if it has none. */
record SeenSpan(String service, String name, Span.SpanKind kind, String traceId, String spanId, String parent) {
    static SeenSpan of(Resource resource, Span span) {
        String service = resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .findFirst()
                .orElseThrow()
                .getStringValue();
        return new SeenSpan(
                service,
                span.getName(),
                span.getKind(),
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** What it is, for a test that compares. */
    String what() {
        return service + " " + kind.name().substring("SPAN_KIND_".length()) + " " + name;
    }
}
