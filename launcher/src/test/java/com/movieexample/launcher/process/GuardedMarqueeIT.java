package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.launcher.grpc.ServiceChannels;
import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.access.keyfile.KeyEntry;
import com.movieexample.runtime.access.keyfile.KeyFileContent;
import com.movieexample.testkit.SelfSigned;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything behind TLS and API keys. */
@Timeout(120)
class GuardedMarqueeIT {
    private static final String PROVIDER = ApiKeys.random();
    private static final String EDITOR = ApiKeys.random();
    private static final String OPERATOR = ApiKeys.random();
    private static final String REVOKED = ApiKeys.random();
    private static final KeyFileContent KEYS = new KeyFileContent(List.of(
            new KeyEntry("provider", ApiKeys.hash(PROVIDER), List.of("imdb"), List.of("movie"), null, null),
            new KeyEntry("editor", ApiKeys.hash(EDITOR), null, null, true, null),
            new KeyEntry("operator", ApiKeys.hash(OPERATOR), null, null, null, true)));

    private static Path keyFile;
    private static SelfSigned own;
    private static RunningMarquee marquee;
    private static Addresses at;
    private static HttpClient http;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        own = SelfSigned.in(folder);
        keyFile = folder.resolve("keys.json");
        KEYS.with(new KeyEntry("revoked", ApiKeys.hash(REVOKED), List.of("*"), List.of("*"), null, null))
                .write(keyFile);
        marquee = RunningMarquee.start(
                folder.resolve("data"),
                "--host=0.0.0.0",
                "--api-keys=" + keyFile,
                "--tls-cert=" + own.certificate(),
                "--tls-key=" + own.key());
        at = marquee.addresses();
        http = HttpClient.newBuilder().sslContext(own.trusting()).build();
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    private static HttpRequest.Builder request(Addresses.Service service, String path, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("https://localhost:" + service.httpPort() + path));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> rate(String movie, String provider, String key) throws Exception {
        String path = "/v1/records/movie/" + movie + "/ratings/neo";
        return send(request(at.rating(), path, key)
                .header("Prefer", "ack=visible")
                .PUT(BodyPublishers.ofString("{\"value\":4.5,\"providerId\":\"" + provider + "\"}")));
    }

    @Test
    void aProviderWritesItsOwnRatingsAndSeesThemCounted() throws Exception {
        HttpResponse<String> answer = rate("own", "imdb", PROVIDER);

        // The ingester has asked the aggregator for it, over TLS as well.
        assertThat(answer.body()).contains("\"outcome\":\"counted\"", "\"count\":1");
        assertThat(send(request(at.rating(), "/v1/records/movie/own/rating", "").GET())
                        .body())
                .contains("\"count\":1");
    }

    @Test
    void othersAreRefused() throws Exception {
        assertThat(rate("others", "imdb", "").statusCode()).isEqualTo(401);
        assertThat(rate("others", "imdb", "guess").statusCode()).isEqualTo(401);
        assertThat(rate("others", "tmdb", PROVIDER).statusCode()).isEqualTo(403);
        assertThat(rate("others", "imdb", EDITOR).statusCode()).isEqualTo(403);
        assertThat(send(request(at.rating(), "/v1/records/movie/others/rating", "")
                                .GET())
                        .body())
                .contains("\"count\":0");
    }

    @Test
    void ofABatchWhatTheKeyCoversIsTaken() throws Exception {
        HttpResponse<String> answer = send(request(at.rating(), "/v1/ratings", PROVIDER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                                [{"userId":"neo","recordId":"batch","value":4,"providerId":"imdb"},
                                 {"userId":"neo","recordId":"batch","value":4,"providerId":"tmdb"}]
                                """)));

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(answer.body())
                .contains(
                        "\"status\":403",
                        "providerId is \\\"tmdb\\\", which key provider may not write, expected imdb");
    }

    @Test
    void metadataNeedsItsOwnRight() throws Exception {
        BodyPublisher film = BodyPublishers.ofString("{\"title\":\"Heat\"}");

        assertThat(send(request(at.metadata(), "/v1/metadata/heat", PROVIDER).PUT(film))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request(at.metadata(), "/v1/metadata/heat", EDITOR).PUT(film))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void deadLettersAreForOperators() throws Exception {
        assertThat(send(request(at.rating(), "/v1/dead-letters", "").GET()).statusCode())
                .isEqualTo(401);
        assertThat(send(request(at.rating(), "/v1/dead-letters", PROVIDER).GET())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request(at.rating(), "/v1/dead-letters", OPERATOR).GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void commandsSendTheirKeyAndTrustWhomTheyAreTold() throws Exception {
        assertThat(put(Map.of(
                        ServiceChannels.API_KEY,
                        PROVIDER,
                        ServiceChannels.TLS_CA,
                        own.certificate().toString())))
                .isEqualTo(Status.Code.OK);
        assertThat(put(Map.of(ServiceChannels.TLS_CA, own.certificate().toString())))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(put(Map.of(ServiceChannels.API_KEY, PROVIDER))).isEqualTo(Status.Code.UNAVAILABLE);
    }

    private static Status.Code put(Map<String, String> environment) {
        ManagedChannel channel = ServiceChannels.to("localhost:" + at.rating().grpcPort(), environment)
                .build();
        try {
            RatingServiceGrpc.newBlockingStub(channel)
                    .putRating(PutRatingRequest.newBuilder()
                            .setRecordType("movie")
                            .setRecordId("grpc")
                            .setUserId("neo")
                            .setValue(4)
                            .setProviderId("imdb")
                            .build());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void aKeyThatIsTakenOutOfTheFileIsRevoked() throws Exception {
        assertThat(rate("revoked", "imdb", REVOKED).statusCode()).isEqualTo(200);

        KEYS.write(keyFile);

        await().untilAsserted(() ->
                assertThat(rate("revoked", "imdb", REVOKED).statusCode()).isEqualTo(401));
        assertThat(send(request(at.rating(), "/metrics", "").GET()).body())
                .contains("marquee_requests_refused_total{reason=\"Not authenticated\"");
    }

    @Test
    void inTheClearNobodyIsAnswered() {
        HttpRequest clear = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + at.rating().httpPort() + "/health"))
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(clear, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }
}
