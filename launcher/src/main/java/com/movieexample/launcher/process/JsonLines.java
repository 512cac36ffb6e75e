package com.movieexample.launcher.process;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.movieexample.runtime.requests.RequestScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Each line of the log as one JSON object with {@code time}, {@code level}, {@code service}, {@code logger}, {@code
 * thread}, {@code message}, what the line is marked with, and {@code stackTrace}. Logback's own encoder has times in
 * milliseconds only, and exceptions as objects of several levels.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final JsonFactory JSON = new JsonFactory();

    private final ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();
    private final Optional<String> service;

    /** @param service of the whole process; empty if there are several in it */
    JsonLines(Optional<String> service) {
        this.service = service;
    }

    @Override
    public void start() {
        stackTraces.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json, event);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void write(JsonGenerator json, ILoggingEvent event) throws IOException {
        Map<String, String> marks = event.getMDCPropertyMap();
        json.writeStartObject();
        json.writeStringField("time", event.getInstant().toString());
        json.writeStringField("level", event.getLevel().toString());
        if (service.isPresent() && !marks.containsKey(RequestScope.SERVICE)) {
            json.writeStringField(RequestScope.SERVICE, service.get());
        }
        json.writeStringField("logger", event.getLoggerName());
        json.writeStringField("thread", event.getThreadName());
        json.writeStringField("message", event.getFormattedMessage());
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            json.writeStringField(mark.getKey(), mark.getValue());
        }
        if (event.getThrowableProxy() != null) {
            json.writeStringField("stackTrace", stackTraces.convert(event));
        }
        json.writeEndObject();
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
