package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void aLineIsOneObjectWithWhatTheEventHas() throws Exception {
        Map<String, String> marks = Map.of("service", "movie", "requestId", "checkout-7");
        LoggingEvent event = event(marks, "read \"603\"\nin {} ms", null, 7);

        JsonNode json = json(event, Optional.empty());

        assertThat(json).isEqualTo(new JsonMapper().readTree("""
                {"time": "2026-11-28T08:00:00.123456Z", "level": "WARN", "logger": "com.movieexample.query.Movie",
                 "thread": "http-7", "message": "read \\"603\\"\\nin 7 ms", "service": "movie", "requestId": "checkout-7"}
                """));
    }

    @Test
    void anExceptionIsThereWithItsStackTraceAndCauses() throws Exception {
        LoggingEvent event =
                event(Map.of(), "failed", new IllegalStateException("outer", new IOException("the disk is full")));

        assertThat(json(event, Optional.empty()).get("stackTrace").asText())
                .startsWith("java.lang.IllegalStateException: outer\n\tat com.movieexample.launcher")
                .contains("Caused by: java.io.IOException: the disk is full\n");
    }

    @Test
    void aProcessOfOneServiceNamesItOutsideOfRequestsToo() throws Exception {
        LoggingEvent event = event(Map.of(), "started", null);

        assertThat(json(event, Optional.of("rating")).get("service").asText()).isEqualTo("rating");
        assertThat(json(event, Optional.empty()).has("service")).isFalse();
    }

    private LoggingEvent event(Map<String, String> marks, String message, Throwable thrown, Object... arguments) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("com.movieexample.query.Movie"), Level.WARN, message, thrown, arguments);
        event.setMDCPropertyMap(marks);
        event.setThreadName("http-7");
        event.setInstant(Instant.parse("2026-11-28T08:00:00.123456Z"));
        return event;
    }

    private static JsonNode json(LoggingEvent event, Optional<String> service) throws IOException {
        JsonLines lines = new JsonLines(service);
        lines.start();
        String written = new String(lines.encode(event), StandardCharsets.UTF_8);
        List<String> shown = written.lines().toList();
        assertThat(shown).hasSize(1);
        assertThat(written).endsWith("\n");
        return new JsonMapper().readTree(shown.get(0));
    }
}
