package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, as a shell starts and stops them. */
class ProcessIT {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRestartKeepsTheDataAndStopsAreQuietAndQuick() throws Exception {
        try (ChildMarquee first = up("data").awaitReady()) {
            put("http://" + first.address("metadata") + "/v1/metadata/heat", "{\"title\":\"Heat\"}");
            put("http://" + first.address("rating") + "/rating?id=heat&userId=7&value=4.5", "");

            try (ChildMarquee second = up("data")) {
                assertThat(second.exitCode()).isEqualTo(3);
                assertThat(second.err()).startsWith("marquee: the data folder ").contains("is in use", "--data");
            }
            assertStopsInOrder(first);
        }
        try (ChildMarquee again = up("data").awaitReady()) {
            await().untilAsserted(() -> assertThat(get("http://" + again.address("movie") + "/movie?id=heat"))
                    .startsWith("{\"rating\":4.5,"));
            assertStopsInOrder(again);
        }
        assertThat(ChildMarquee.read(folder.resolve("data/log/marquee.log"))).contains("stopped");
    }

    private static void assertStopsInOrder(ChildMarquee marquee) throws InterruptedException {
        assertThat(marquee.terminate().exitCode()).isEqualTo(TERMINATED);

        assertThat(marquee.out()).endsWith("Stopping …\nStopped.\n").doesNotContain("\u001b");
        assertThat(marquee.err()).isEmpty();
    }

    @Test
    void aTakenPortNamesItsOptionAndLeavesNothingRunning() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (ChildMarquee marquee = up("data", "--broker-port=" + taken.getLocalPort())) {
                assertThat(marquee.exitCode()).isEqualTo(3);
                assertThat(marquee.err()).contains(":" + taken.getLocalPort(), "--broker-port");
                assertThat(marquee.out()).doesNotContain("Stopping");
            }
            try (ChildMarquee marquee = up("data", "--movie-port=" + taken.getLocalPort())) {
                assertThat(marquee.exitCode()).isEqualTo(3);
                assertThat(marquee.err()).contains("port " + taken.getLocalPort(), "--movie-port");
            }
        }
    }

    @Test
    void aStopWhileItStartsUndoesTheStart() throws Exception {
        try (ChildMarquee marquee = up("data").awaitLine("Apache Kafka  ")) {
            assertThat(marquee.terminate().exitCode()).isEqualTo(TERMINATED);

            // What was coming up meanwhile may still be told in between.
            assertThat(marquee.out()).contains("Stopping …\n").endsWith("Stopped.\n");
            assertThat(marquee.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void aServiceAloneAnswersFromTheClusterOfAnotherProcess() throws Exception {
        try (ChildMarquee all = up("data").awaitReady();
                ChildMarquee query = alone("query", all.address("Apache Kafka")).awaitReady()) {
            put("http://" + all.address("metadata") + "/v1/metadata/ran", "{\"title\":\"Ran\"}");

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(get("http://" + query.address("movie") + "/v1/movies/ran"))
                            .contains("\"title\":\"Ran\""));
            assertStopsInOrder(query);

            try (ChildMarquee other = alone("query", all.address("Apache Kafka"), "--ratings-partitions=3")) {
                assertThat(other.exitCode()).isEqualTo(3);
                assertThat(other.err()).startsWith("marquee: topic ratings has partitions=6, expected 3.");
            }
        }
    }

    private ChildMarquee up(String data, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--data=" + folder.resolve(data)));
        List<String> given = List.of(options);
        arguments.addAll(given);
        for (String port : List.of("broker", "controller", "metadata", "rating", "movie", "aggregator")) {
            arguments.add("--" + port + "-port=0");
        }
        for (String port : List.of("metadata", "rating", "movie", "aggregator")) {
            arguments.add("--" + port + "-grpc-port=0");
        }
        given.forEach(option -> arguments.remove(option.replaceFirst("=.*", "=0")));
        return ChildMarquee.start(folder, arguments);
    }

    private ChildMarquee alone(String service, String brokers, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                service,
                "--data=" + Files.createTempDirectory(folder, service),
                "--bootstrap-servers=" + brokers,
                "--port=0",
                "--grpc-port=0"));
        arguments.addAll(List.of(options));
        return ChildMarquee.start(folder, arguments);
    }

    private void put(String uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .PUT(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private String get(String uri) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
                .body();
    }
}
