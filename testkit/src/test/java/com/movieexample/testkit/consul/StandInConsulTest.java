package com.movieexample.testkit.consul;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInConsulTest {
    private static final String SERVICE =
            "{\"ID\":\"a\",\"Name\":\"rating\",\"Check\":{\"TTL\":\"1s\",\"Status\":\"passing\"}}";

    private final StandInConsul consul = StandInConsul.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        consul.close();
    }

    @Test
    void refusesWhatConsulDoesNotKnow() throws Exception {
        assertThat(put("/v1/agent/service/register", "{\"Name\":\"a\",\"port\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("/v1/agent/service/register", "{\"Name\":\"a\",\"Check\":{\"Ttl\":\"1s\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("/v1/agent/service/register?token=x", SERVICE).statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/agent/service/register").statusCode()).isEqualTo(405);
        assertThat(get("/v1/health/service/rating?since=1").statusCode()).isEqualTo(400);
        assertThat(get("/v1/health/services/rating").statusCode()).isEqualTo(404);
        assertThat(put("/v1/agent/check/pass/service:b", "").statusCode()).isEqualTo(404);
        assertThat(put("/v1/agent/service/deregister/b", "").statusCode()).isEqualTo(404);
    }

    @Test
    void listsWhatWasRegisteredUntilItIsNotHeardOf() throws Exception {
        put("/v1/agent/service/register", SERVICE);
        HttpResponse<String> found = get("/v1/health/service/rating?passing=true");
        assertThat(found.body()).contains("\"ID\":\"a\"").contains("\"CheckID\":\"service:a\"");

        String index = found.headers().firstValue("X-Consul-Index").orElseThrow();
        assertThat(get("/v1/health/service/rating?wait=10s&index=" + index).body())
                .contains("\"critical\"")
                .contains("TTL expired");
        assertThat(get("/v1/health/service/rating?passing=true").body()).isEqualTo("[]");
    }

    @Test
    void aBlockingQueryEndsWithAChange() throws Exception {
        put("/v1/agent/service/register", SERVICE);
        String index = get("/v1/health/service/rating")
                .headers()
                .firstValue("X-Consul-Index")
                .orElseThrow();
        CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                HttpRequest.newBuilder(uri("/v1/health/service/rating?wait=60s&index=" + index))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        put("/v1/agent/check/warn/service:a?note=behind", "");
        assertThat(waiting.get(30, TimeUnit.SECONDS).body())
                .contains("\"warning\"")
                .contains("behind");
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(consul.address() + path);
    }
}
