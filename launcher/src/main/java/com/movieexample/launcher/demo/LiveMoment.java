package com.movieexample.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Metadata;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Puts one rating over HTTP and reads the movie with the position of the write: it is there. */
final class LiveMoment {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String VALUE = "0.5";

    private final Terminal terminal;
    private final Addresses addresses;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    LiveMoment(Terminal terminal, Addresses addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
    }

    void run(Metadata movie) throws IOException, InterruptedException {
        String user = "guest-" + Instant.now().getEpochSecond();
        String path = "/rating?id=" + movie.getId() + "&userId=" + user + "&value=" + VALUE;
        terminal.say("  before    " + rating(movie.getId(), ""));
        long start = System.nanoTime();
        String position = put(addresses.rating().url() + path)
                .headers()
                .firstValue(Positions.HEADER)
                .orElseThrow();
        terminal.say("  PUT       " + path + "  ->  " + position);
        String after = rating(movie.getId(), position);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        terminal.say("  after     " + after
                + terminal.paint(Colour.GREEN, "  seen " + milliseconds(took) + " after the PUT was sent"));
    }

    private static String milliseconds(Duration duration) {
        return Figures.count(duration.toMillis()) + " ms";
    }

    private HttpResponse<String> put(String uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(uri)).PUT(BodyPublishers.noBody()));
    }

    private String rating(String id, String position) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(addresses.movie().url() + "/v1/movies/" + id));
        if (!position.isEmpty()) {
            request.header(Positions.HEADER, position);
        }
        JsonNode rating = json.readTree(send(request).body()).get("rating");
        return "mean " + rating.get("mean").asText() + " of "
                + rating.get("count").asText() + " ratings";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }
}
