package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.lifecycle.PortTakenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadGatewayResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final long IDLE_MS = 1_000;

    private final Queue<String> observed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .routes(this::routes)
            .admission(Admissions.ofBodies(100), Admissions.refusals())
            .configure(config -> config.jetty.modifyServer(HttpServerTest::makeImpatient))
            .observer((method, route, status, took) -> observed.add(method + " " + route + " " + status))
            .build();
    private final HttpClient client = HttpClient.newHttpClient();

    record Rating(BigDecimal value) {}

    private void routes(RoutesConfig routes) {
        routes.get("/v1/movies/{id}", context -> context.result("[" + context.pathParam("id") + "]"));
        routes.get("/v1/records/{type}/{id}/rating", context -> context.json(context.pathParamMap()));
        routes.put("/v1/ratings", context -> context.json(JsonBody.read(context, Rating.class)));
        routes.post("/v1/posted", context -> context.json(JsonBody.read(context, Rating.class)));
        routes.get("/query", context -> context.json(QueryParameters.of(context).all("ids")));
        routes.get("/invalid", context -> {
            throw new InvalidInputException("value", "7", "a value from 0.5 to 5");
        });
        routes.get("/unavailable", context -> {
            throw ServiceException.unavailable("the view is being restored", Duration.ofMillis(1200));
        });
        routes.get(
                "/later",
                context -> context.future(() -> CompletableFuture.supplyAsync(() -> {
                    throw ServiceException.timeout("waited 2 s for ratings/3:1042");
                })));
        routes.get("/broken", context -> {
            throw new IllegalStateException("password=hunter2");
        });
        routes.get("/error", context -> {
            throw new StackOverflowError("hunter2");
        });
        routes.get("/gateway", context -> {
            throw new BadGatewayResponse("no answer");
        });
        routes.get("/held", context -> {
            held.countDown();
            assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
            context.result("finished");
        });
    }

    /** Else a test of a body that stalls would take half a minute. */
    private static void makeImpatient(Server server) {
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                server.getContainedBeans(ServerConnector.class).forEach(connector -> connector.setIdleTimeout(IDLE_MS));
            }
        });
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/movies/603 | [603]",
                "/v1/movies/a%2Fb%25c%2C%20d | [a/b%c, d]",
                "/v1/movies/%2541 | [%41]",
                "/v1/movies/a+b%2Bc | [a+b+c]",
                "/v1/movies/%C3%A9%E2%82%AC%F0%9F%8E%AC | [é€🎬]",
                "/v1/movies/%5C | [\\]",
                "/v1/movies/%2E%2E | [..]",
                "/v1/movies/a%3Bb=c | [a;b=c]",
                "/v1/movies/%3F%23%26 | [?#&]",
            })
    void decodesIdsInPathsExactlyOnce(String path, String expected) throws IOException {
        assertThat(RawHttp.get(server.port(), path)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + expected);
    }

    @Test
    void keepsEncodedSlashesApartFromThoseOfTheRoute() throws Exception {
        HttpResponse<String> response = get("/v1/records/m%2Fx/%2F/rating");
        assertThat(response.body()).isEqualTo("{\"type\":\"m/x\",\"id\":\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/movies/%zz",
                "/v1/movies/%",
                "/v1/movies/%FF",
                "/v1/movies/%C3",
                "/query?ids=%FF",
                "/query?%=1"
            })
    void refusesWhatIsNoPercentEncodedUtf8(String target) throws IOException {
        assertThat(RawHttp.get(server.port(), target))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"type\":\"/problems/invalid-input\"");
    }

    @Test
    void refusesWhatIsNoHttpWithAProblem() throws IOException {
        assertThat(RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "NONSENSE"})
    void refusesWhatIsNoHttpWithAProblemWhateverItsMethod(String method) throws IOException {
        assertThat(RawHttp.send(server.port(), method + " /%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"type\":\"/problems/invalid-input\"");
    }

    @Test
    void saysSoWhenItClosesTheConnectionAfterWhatItCannotRead() throws IOException {
        assertThat(RawHttp.send(server.port(), "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void anotherProtocolIsTheClientsMistake(String request) throws IOException {
        assertThat(RawHttp.send(server.port(), request))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400");
    }

    @Test
    void theMethodIsThatOfTheRequestAndOfNoHeader() throws IOException {
        assertThat(RawHttp.send(server.port(), """
                        GET /v1/movies/1 HTTP/1.1\r
                        Host: a\r
                        X-HTTP-Method-Override: DELETE\r
                        Connection: close\r
                        \r
                        """)).startsWith("HTTP/1.1 200").endsWith("[1]");
    }

    @Test
    void aBodyThatBreaksOffIsNoErrorOfTheService() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(beginningOfBody());
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 499")
                    .contains("application/problem+json", "/problems/cancelled");
        }
    }

    @Test
    void aBodyThatStallsIsTimedOutWithAProblem() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(beginningOfBody());

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "the body did not come in time");
        }
    }

    private static byte[] beginningOfBody() {
        return "PUT /v1/ratings HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n{".getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void separatesQueryValuesBeforeDecodingThem() throws Exception {
        assertThat(get("/query?ids=a%2Cb,c&ids=d+e").body()).isEqualTo("[\"a,b\",\"c\",\"d e\"]");
    }

    @Test
    void saysWhichFieldIsInvalid() throws Exception {
        HttpResponse<String> response = get("/invalid");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"/problems/invalid-input\",\"title\":\"Invalid input\",\"status\":400,"
                        + "\"detail\":\"value is \\\"7\\\", expected a value from 0.5 to 5\","
                        + "\"field\":\"value\",\"value\":\"7\",\"expected\":\"a value from 0.5 to 5\"}");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        HttpResponse<String> response = get("/unavailable");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
        assertThat(response.body()).contains("the view is being restored");
    }

    @Test
    void answersForFuturesThatFail() throws Exception {
        HttpResponse<String> response = get("/later");
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).contains("waited 2 s for ratings/3:1042");
    }

    @Test
    void keepsTheDetailsOfABugInside() throws Exception {
        HttpResponse<String> response = get("/broken");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("/problems/internal").doesNotContain("hunter2", "IllegalState");
    }

    @Test
    void answersWithAProblemToAnErrorOfTheMachine() throws Exception {
        HttpResponse<String> response = get("/error");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("/problems/internal").doesNotContain("hunter2");
    }

    @Test
    void keepsAStatusThatTheTableDoesNotKnow() throws Exception {
        HttpResponse<String> response = get("/gateway");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("\"type\":\"about:blank\"", "\"status\":502");
    }

    @Test
    void namesThePathThatIsUnknown() throws Exception {
        HttpResponse<String> response = get("/v2/movies/%2F");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/not-found", "nothing is at /v2/movies/%2F");
    }

    @Test
    void namesTheMethodsThatAreAllowed() throws Exception {
        HttpResponse<String> response = send(request("/v1/ratings").DELETE());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("PUT");
        assertThat(response.body())
                .contains("/problems/method-not-allowed", "DELETE is not allowed at /v1/ratings, expected PUT");
    }

    @Test
    void readsJsonExactly() throws Exception {
        HttpResponse<String> response = put("application/json; charset=utf-8", "{\"value\":4.10}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"value\":4.10}");
    }

    @Test
    void refusesBodiesThatAreTooLongMissingOrNotJson() throws Exception {
        assertThat(put("application/json", "{\"value\":4" + " ".repeat(100) + "}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(put("application/json", "").body()).contains("\"field\":\"body\"");
        assertThat(post("text/plain", "{\"value\":4}").statusCode()).isEqualTo(415);
        assertThat(put("text/plain", "{\"value\":4}").statusCode()).isEqualTo(200);
        assertThat(post("text/plain; charset=nonsense", "{\"value\":4}").statusCode())
                .isEqualTo(415);
        assertThat(post("application/json; charset=nonsense", "{\"value\":4}").statusCode())
                .isEqualTo(200);
        assertThat(put("application/json", "{\"valeu\":4}").body())
                .contains("\"field\":\"valeu\"", "a known field: value")
                .doesNotContain("Rating");
    }

    @Test
    void saysNothingOfTheServer() throws Exception {
        assertThat(get("/v1/movies/1").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void tellsItsObserverTheRouteAndNotThePath() throws Exception {
        get("/v1/movies/603");
        get("/nowhere/603");
        Awaitility.await()
                .untilAsserted(() -> assertThat(observed).contains("GET /v1/movies/{id} 200", "GET none 404"));
    }

    @Test
    void namesTheOptionThatMovesItFromATakenPort() {
        int port = server.port();
        HttpServer second = HttpServer.builder("127.0.0.1", port).build();
        assertThatThrownBy(second::start)
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("port " + port + " of 127.0.0.1 is taken")
                .hasMessageContaining("--port");
        second.close();
    }

    @Test
    void finishesWhatItIsAnsweringWhenItIsClosed() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("/held").build(), BodyHandlers.ofString());
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        int port = server.port();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Awaitility.await().until(() -> !accepts(port));

        released.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("finished");
        closing.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(server::port).hasMessage("the HTTP server is not running");
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String contentType, String body) throws Exception {
        return send(request("/v1/posted").header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String contentType, String body) throws Exception {
        return send(request("/v1/ratings").header("Content-Type", contentType).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
