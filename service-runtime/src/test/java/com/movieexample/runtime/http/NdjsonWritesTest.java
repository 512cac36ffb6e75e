package com.movieexample.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.Position;
import com.movieexample.runtime.access.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

// A thread of its own: a send that is blocked hears no interrupt.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NdjsonWritesTest {
    private static final int MAX_BODY_BYTES = 100;
    private static final int FEW_BYTES = 1 << 20;

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final Queue<CompletableFuture<Position>> held = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;
    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .routes(routes -> routes.post("/films", new NdjsonWrites<>(Film.class, this::write)::handle))
            .routes(routes -> routes.post("/few", new NdjsonWrites<>(Film.class, this::write, FEW_BYTES)::handle))
            .admission(Admissions.ofBodies(MAX_BODY_BYTES), Admissions.refusals())
            .observer((method, route, status, took) -> statuses.add(status))
            .build();

    record Film(String id) {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CompletableFuture<Position> write(Caller caller, Film film) {
        if (film.id().startsWith("bad")) {
            throw new InvalidInputException("id", film.id(), "a good one");
        }
        if (film.id().equals("lost")) {
            return CompletableFuture.failedFuture(
                    LogUnavailableException.unconfirmed("films", new TimeoutException("30 s")));
        }
        written.add(film.id());
        CompletableFuture<Position> position = new CompletableFuture<>();
        if (holding) {
            held.add(position);
        } else {
            position.complete(new Position("films", 0, written.size() - 1));
        }
        return position;
    }

    @Test
    void everyLineIsWrittenInItsOrderAndTheSummarySaysHowManyAndWhere() throws Exception {
        HttpResponse<String> answer = post("{\"id\":\"a\"}\n{\"id\":\"b\"}\r\n\n  \r\n{\"id\":\"a\"}");

        assertThat(answer.body()).isEqualTo("{\"summary\":{\"taken\":3,\"refused\":0,\"position\":\"films/0:2\"}}\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.headers().firstValue("Marquee-Position")).contains("films/0:2");
        assertThat(written).containsExactly("a", "b", "a");
    }

    @Test
    void eachBadLineIsRefusedAloneWithItsNumberAndProblem() throws Exception {
        HttpResponse<String> answer =
                post("{\"id\":\"bad\"}\n{\"id\":\"a\"}\n\n{\"ide\":\"b\"}\nnull\n{\"id\":\"c\"\n{\"id\":\"d\"} {}\n");

        String start = "\"problem\":{\"type\":\"/problems/invalid-input\",\"title\":\"Invalid input\",\"status\":400";
        assertThat(answer.body().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("{\"line\":1," + start
                                        + ",\"detail\":\"id is \\\"bad\\\", expected a good one\",\"field\":\"id\","
                                        + "\"value\":\"bad\",\"expected\":\"a good one\"}}"),
                        line -> assertThat(line)
                                .startsWith("{\"line\":4," + start)
                                .contains("a known field"),
                        line -> assertThat(line).startsWith("{\"line\":5," + start),
                        line -> assertThat(line).startsWith("{\"line\":6," + start),
                        line -> assertThat(line).startsWith("{\"line\":7," + start),
                        line -> assertThat(line)
                                .isEqualTo("{\"summary\":{\"taken\":1,\"refused\":5,\"position\":\"films/0:0\"}}"));
    }

    @Test
    void whatIsNotUtf8OrTooLongIsRefusedAlone() throws Exception {
        String longLine = "{\"id\":\"" + "x".repeat(2 << 20) + "\"}";
        String longBlank = " ".repeat(2 << 20);

        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(
                ("{\"id\":\"Am\u00e9lie\"}\n" + longLine + "\n" + longBlank + "\n{\"id\":\"a\"}\n")
                        .getBytes(ISO_8859_1)));

        assertThat(answer.body())
                .contains("{\"line\":1,", "expected UTF-8")
                .contains("{\"line\":2,", "expected at most 1,048,576 bytes, not 2,097,161")
                .contains("{\"line\":3,", "expected at most 1,048,576 bytes, not 2,097,152")
                .endsWith("{\"summary\":{\"taken\":1,\"refused\":3,\"position\":\"films/0:0\"}}\n");
    }

    @Test
    void everyRefusedLineIsListed() throws Exception {
        HttpResponse<String> answer = post("{\"id\":\"bad\"}\n".repeat(5_000));

        assertThat(answer.body().lines()).hasSize(5_001);
        assertThat(answer.body())
                .contains("{\"line\":5000,")
                .endsWith("{\"summary\":{\"taken\":0,\"refused\":5000}}\n");
        assertThat(answer.headers().firstValue("Marquee-Position")).isEmpty();
    }

    @Test
    void theListIsBoundedInBytesAndHasNoHoles() throws Exception {
        String longName = "{\"" + "x".repeat(40_000) + "\":1}\n";

        HttpResponse<String> answer = post("/few", longName.repeat(100) + "{\"id\":\"bad\"}\n");

        assertThat(answer.body()).hasSizeLessThan(FEW_BYTES + 1_000).doesNotContain("\"bad\"");
        assertThat(answer.body().lines().toList())
                .hasSizeBetween(10, 30)
                .last()
                .asString()
                .startsWith("{\"summary\":{\"taken\":0,\"refused\":101,\"listed\":");
    }

    @Test
    void aClientThatReadsNothingWhileItSendsIsNotBlocked() throws Exception {
        String lines = "{\"id\":\"bad\"}\n".repeat(100_000);

        try (Socket socket = connect()) {
            send(socket, lines.length(), lines);

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("{\"summary\":{\"taken\":0,\"refused\":100000}}\n");
        }
    }

    @Test
    void onlySoManyWritesAreUnderWayAtOnce() throws Exception {
        holding = true;
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> post(BodyPublishers.ofString("{\"id\":\"a\"}\n".repeat(3 * LineWrites.IN_FLIGHT))));

        for (int batch = 0; batch < 3; batch++) {
            await().until(() -> held.size() == LineWrites.IN_FLIGHT);
            assertThat(answer).isNotDone();
            for (int i = 0; i < LineWrites.IN_FLIGHT; i++) {
                held.remove().complete(new Position("films", 0, 7));
            }
        }

        assertThat(answer.join().body())
                .isEqualTo("{\"summary\":{\"taken\":%d,\"refused\":0,\"position\":\"films/0:7\"}}\n"
                        .formatted(3 * LineWrites.IN_FLIGHT));
    }

    @Test
    void thePositionIsTheGreatestOfEachPartitionInWhateverOrderTheWritesEnd() throws Exception {
        holding = true;
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> post(BodyPublishers.ofString("{\"id\":\"a\"}\n".repeat(3))));

        await().until(() -> held.size() == 3);
        held.remove().complete(new Position("films", 0, 8));
        held.remove().complete(new Position("films", 1, 3));
        held.remove().complete(new Position("films", 0, 7));

        assertThat(answer.join().headers().firstValue("Marquee-Position")).contains("films/0:8,films/1:3");
    }

    @Test
    void whenTheLogIsLostTheAnswerEndsWithThatAndHasNoSummary() throws Exception {
        String rest = "{\"id\":\"b\"}\n".repeat(500_000);

        try (Socket socket = connect()) {
            String lines = "{\"id\":\"a\"}\n{\"id\":\"bad\"}\n{\"id\":\"lost\"}\n" + rest;
            send(socket, lines.length(), lines);

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .contains("{\"line\":2,")
                    .doesNotContain("summary")
                    .contains(
                            "\n{\"problem\":{\"type\":\"/problems/timeout\",\"title\":\"Timed out\","
                                    + "\"status\":504,\"detail\":\"films did not confirm the write in time, it may hold it or not: 30 s\"}}\n");
        }
        assertThat(written).hasSizeLessThan(2_000);
    }

    @Test
    void aBodyThatBreaksOffHasNoSummary() throws Exception {
        try (Socket socket = connect()) {
            send(socket, 1_000, "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("summary");
        }
        await().until(() -> !statuses.isEmpty());
        assertThat(statuses).allMatch(status -> status >= 400 && status < 500);
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/films"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"a\"}"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("the content type is application/json, expected application/x-ndjson");
    }

    private HttpResponse<String> post(String lines) {
        return post("/films", lines);
    }

    private HttpResponse<String> post(String path, String lines) {
        // Without a length, as a stream comes.
        return post(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(lines.getBytes(UTF_8))));
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return post("/films", body);
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-ndjson; charset=utf-8")
                .POST(body)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void send(Socket socket, int length, String body) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head = "POST /films HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n\r\n";
        out.write(head.getBytes(UTF_8));
        out.write(body.getBytes(UTF_8));
        out.flush();
    }
}
