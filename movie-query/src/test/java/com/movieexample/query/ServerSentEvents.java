package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.openapi.ServedApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client of a stream of events, as a browser is one, that holds each against the service's OpenAPI document. Owns its
 * thread.
 */
final class ServerSentEvents implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE_S = 30;

    private final ServedApi api;
    private final String path;
    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /**
     * The last one of a stream has no name.
     *
     * @param text all of it, as it was sent
     */
    record Event(String id, String name, String data, String text) {}

    private ServerSentEvents(ServedApi api, String path, InputStream body) {
        this.api = api;
        this.path = path;
        this.body = body;
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param headers names and values in turn */
    static ServerSentEvents open(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        ServedApi api = HttpCaller.documented(port).api().orElseThrow();
        return new ServerSentEvents(api, path, answer.body());
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            String data = "";
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, name, data, text.toString()));
                    data = "";
                    text.setLength(0);
                }
            }
        } catch (IOException e) {
            // It was closed, at one end or the other.
        }
        events.add(new Event("", "", "", ""));
    }

    Event next() throws InterruptedException {
        Event event = events.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        api.checkEvents(path, event.text());
        return event;
    }

    /** Passes over those before one that holds a text. */
    Event nextWith(String text) throws InterruptedException {
        Event event = next();
        while (!event.data().contains(text)) {
            assertThat(event.name()).as("the stream ended before %s", text).isNotEmpty();
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
