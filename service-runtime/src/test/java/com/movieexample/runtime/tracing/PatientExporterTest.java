package com.movieexample.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PatientExporterTest {
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(PatientExporter.class);
    private final Queue<LogRecord> otherwiseLogged = new ConcurrentLinkedQueue<>();
    private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            otherwiseLogged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
        root.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(recorder);
        log.detachAppender(logged);
    }

    @Test
    void aCollectorThatIsAwayIsSaidOnceHoweverManySpansAreLost() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + closedPort() + "/v1/traces");
        SdkTracerProvider spans = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new PatientExporter(nobody)))
                .build();

        for (int i = 0; i < 20; i++) {
            spans.get("test").spanBuilder("span " + i).startSpan().end();
        }

        spans.forceFlush().join(20, TimeUnit.SECONDS);
        spans.shutdown().join(20, TimeUnit.SECONDS);
        await().until(() -> !logged.list.isEmpty());
        assertThat(logged.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains(nobody.toString()));
        assertThat(otherwiseLogged).extracting(LogRecord::getMessage).isEmpty();
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
