package com.movieexample.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of newline-delimited JSON. */
class MetadataStreamIT {
    @TempDir
    private static Path folder;

    private static MarqueeLog log;
    private static MetadataProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("metadata-stream", 1);
        service = MetadataProcess.start(log, folder).awaitReady();
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> stream(HttpCaller caller, String lines) throws Exception {
        return caller.postStream("/v1/metadata", "application/x-ndjson", lines);
    }

    @Test
    void aStreamOfLinesIsTakenLineByLine() throws Exception {
        HttpResponse<String> answer = stream(http, """
                {"id":"line/1","title":"First"}
                {"id":"line/2"}

                {"id":"line/3","title":"Third","year":1999}\r
                {"id":"line/1","title":"Again"}
                """);

        String position = answer.headers().firstValue("Marquee-Position").orElseThrow();
        assertThat(answer.body())
                .isEqualTo("{\"line\":2,\"problem\":{\"type\":\"/problems/invalid-input\",\"title\":\"Invalid input\","
                        + "\"status\":400,\"detail\":\"title is empty, expected a title\",\"field\":\"title\","
                        + "\"value\":\"\",\"expected\":\"a title\"}}\n"
                        + "{\"summary\":{\"taken\":3,\"refused\":1,\"position\":\"" + position + "\"}}\n");
        assertThat(http.get("/v1/metadata?ids=line%2F1,line%2F2,line%2F3", "Marquee-Position", position)
                        .body())
                .isEqualTo("{\"found\":[{\"id\":\"line/1\",\"title\":\"Again\",\"genres\":[]},"
                        + "{\"id\":\"line/3\",\"title\":\"Third\",\"year\":1999,\"genres\":[]}],"
                        + "\"missing\":[\"line/2\"]}");
    }

    @Test
    void aStreamMayBeLongerThanAnyOtherBody() throws Exception {
        String description = "x".repeat(60_000);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append("{\"id\":\"long\",\"title\":\"%d\",\"description\":\"%s\"}%n".formatted(i, description));
        }

        HttpResponse<String> answer = stream(http, lines.toString());

        assertThat(answer.body()).startsWith("{\"summary\":{\"taken\":500,\"refused\":0,");
        String position = answer.headers().firstValue("Marquee-Position").orElseThrow();
        assertThat(http.get("/v1/metadata/long", "Marquee-Position", position).body())
                .contains("\"title\":\"499\"");
    }

    @Test
    void aStreamWhoseLogIsAwayEndsWithThatAndWithoutASummary(@TempDir Path empty) throws Exception {
        KafkaClients impatient = new KafkaClients("127.0.0.1:1", Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, "100"));
        MarqueeLog away = TestLogs.unreachable();
        MarqueeLog log = new MarqueeLog(impatient, away.topics(), away.rules(), away.generation());
        try (MetadataProcess alone = MetadataProcess.start(log, empty)) {
            HttpResponse<String> answer = stream(alone.http(), "{\"id\":\"1\",\"title\":\"One\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"problem\":{\"type\":\"/problems/unavailable\",\"title\":\"Not available\","
                            + "\"status\":503,")
                    .doesNotContain("summary");
        }
    }
}
