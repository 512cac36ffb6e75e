package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rating-ingester that is killed when the log has what it was sent, and nobody was told. */
@Timeout(180)
class KilledIngesterIT {
    private static final String TIME = "2026-11-27T20:15:00Z";
    private static final int USERS = 500;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatIsSentAgainWithItsTimeCountsOnceAtBothLevels() throws Exception {
        try (RunningMarquee marquee = RunningMarquee.start(folder.resolve("data"));
                ServerSocket silentAggregator = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            try (ChildMarquee first = ingester(marquee, "127.0.0.1:" + silentAggregator.getLocalPort());
                    Socket stream = beginStream(first)) {
                CompletableFuture<HttpResponse<String>> visible = putVisibly(first);
                await().until(() -> count(marquee, "visible") == 1 && count(marquee, "stream") == USERS);
                assertThat(visible).isNotDone();

                first.kill();

                assertThat(stream.getInputStream().readAllBytes()).isEmpty();
                await().until(visible::isCompletedExceptionally);
            }
            try (ChildMarquee second =
                    ingester(marquee, marquee.addresses().aggregator().grpc())) {
                assertThat(putVisibly(second).join().body()).contains("\"outcome\":\"counted\"", "\"count\":1");
                assertThat(sendWhole(second)).contains("\"taken\":" + USERS, "\"refused\":0");
            }
            assertThat(countAfterAll(marquee, "visible")).isEqualTo(1 + 1);
            assertThat(countAfterAll(marquee, "stream")).isEqualTo(USERS + 1);
        }
    }

    private ChildMarquee ingester(RunningMarquee marquee, String aggregator) throws IOException {
        return ChildMarquee.start(
                        folder,
                        List.of(
                                "ingester",
                                "--data=" + Files.createTempDirectory(folder, "ingester"),
                                "--bootstrap-servers=" + marquee.addresses().bootstrapServers(),
                                "--port=0",
                                "--grpc-port=0",
                                "--position-timeout=2m",
                                "--set=address.rating-aggregator=" + aggregator))
                .awaitReady();
    }

    /** All lines but not the end: until then no answer comes. */
    private static Socket beginStream(ChildMarquee ingester) throws IOException {
        URI address = URI.create("http://" + ingester.address("rating"));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        String head = "POST /v1/ratings HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: " + (lines().length() + 1) + "\r\n\r\n";
        socket.getOutputStream().write((head + lines()).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String lines() {
        return IntStream.range(0, USERS)
                .mapToObj(user -> "{\"userId\":\"" + user + "\",\"recordId\":\"stream\",\"value\":4,\"ratedAt\":\""
                        + TIME + "\"}\n")
                .collect(Collectors.joining());
    }

    private String sendWhole(ChildMarquee ingester) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ingester.address("rating") + "/v1/ratings"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines()))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private CompletableFuture<HttpResponse<String>> putVisibly(ChildMarquee ingester) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + ingester.address("rating") + "/v1/records/movie/visible/ratings/neo"))
                .header("Prefer", "ack=visible")
                .PUT(BodyPublishers.ofString("{\"value\":4.5,\"ratedAt\":\"" + TIME + "\"}"))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static int count(RunningMarquee marquee, String movie, String... headers) throws Exception {
        String body = marquee.get(marquee.addresses().rating(), "/v1/records/movie/" + movie + "/rating", headers)
                .body();
        return Integer.parseInt(body.replaceAll("(?s)^\\{\"count\":(\\d+).*", "$1"));
    }

    /** With one more rating, which comes after all others of this movie: once it counts they were folded. */
    private static int countAfterAll(RunningMarquee marquee, String movie) throws Exception {
        HttpResponse<String> last = marquee.put(
                marquee.addresses().rating(), "/v1/records/movie/" + movie + "/ratings/last", "{\"value\":1}");
        return count(
                marquee,
                movie,
                "Marquee-Position",
                last.headers().firstValue("Marquee-Position").orElseThrow());
    }
}
