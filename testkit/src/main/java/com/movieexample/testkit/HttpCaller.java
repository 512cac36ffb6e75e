package com.movieexample.testkit;

import com.movieexample.testkit.openapi.ServedApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a service on this machine over HTTP. Thread-safe.
 *
 * @param api each answer is held against it; empty for what describes no API
 */
public record HttpCaller(int port, Optional<ServedApi> api) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Takes any answer. */
    public HttpCaller(int port) {
        this(port, Optional.empty());
    }

    /** Asks the service what its API is, and fails for every answer that is not as it says. */
    public static HttpCaller documented(int port) throws IOException, InterruptedException {
        String document = new HttpCaller(port).get("/openapi.json").body();
        return new HttpCaller(port, Optional.of(ServedApi.of(document)));
    }

    /**
     * @param path encoded, with the query
     * @param headers names and values in turn
     */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return call("GET", path, BodyPublishers.noBody(), headers);
    }

    /**
     * @param path encoded, with the query
     * @param body empty for none
     */
    public HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return call("PUT", path, BodyPublishers.ofString(body));
    }

    /** @param path encoded, with the query */
    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    /**
     * Posts nothing.
     *
     * @param path encoded, with the query
     */
    public HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return call("POST", path, BodyPublishers.noBody());
    }

    /**
     * Posts a text as a stream comes: without a length.
     *
     * @param path encoded, with the query
     */
    public HttpResponse<String> postStream(String path, String contentType, String text)
            throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return call("POST", path, body, "Content-Type", contentType);
    }

    /** @param path encoded, with the query */
    public HttpResponse<String> post(String path, String contentType, byte[] body)
            throws IOException, InterruptedException {
        return call("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", contentType);
    }

    private HttpResponse<String> call(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        api.ifPresent(documented -> documented.check(method, path, answer));
        return answer;
    }
}
