package com.movieexample.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends streams of lines, and deletes. */
final class StreamCaller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private StreamCaller() {}

    static HttpResponse<String> stream(int port, String lines) throws IOException, InterruptedException {
        return CLIENT.send(
                request(port, "/v1/metadata")
                        .header("Content-Type", "application/x-ndjson")
                        // Without a length, as a stream comes.
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(lines.getBytes(UTF_8))))
                        .build(),
                BodyHandlers.ofString());
    }

    static HttpResponse<String> delete(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(port, path).DELETE().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }
}
