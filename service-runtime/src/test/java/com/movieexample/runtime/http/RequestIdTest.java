package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.movieexample.runtime.requests.RequestId;
import com.movieexample.runtime.requests.RequestScope;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The id of each request over HTTP: in its answer, in the log, and in what is said of an error of ours. */
class RequestIdTest {
    private static final String NEW = "[0-9a-f]{16}";

    private final Queue<String> marks = new ConcurrentLinkedQueue<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("com.movieexample.runtime.errors.Problems");
    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .service("movie")
            .routes(this::routes)
            .admission(Admissions.ofBodies(100), Admissions.refusals())
            .build();
    private final HttpClient client = HttpClient.newHttpClient();

    private void routes(RoutesConfig routes) {
        routes.get("/marked", context -> mark());
        routes.put("/marked", context -> mark());
        routes.get("/broken", context -> {
            throw new IllegalStateException("hunter2");
        });
        routes.get("/error", context -> {
            throw new StackOverflowError("hunter2");
        });
        routes.get(
                "/broken-later",
                context -> context.future(() -> CompletableFuture.supplyAsync(() -> {
                    throw new IllegalStateException("hunter2");
                })));
    }

    private void mark() {
        marks.add(MDC.get(RequestScope.SERVICE) + " " + MDC.get(RequestScope.REQUEST_ID));
    }

    @BeforeEach
    void start() {
        server.start();
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        server.close();
    }

    @Test
    void theCallersOwnIdIsTakenToldAndPutIntoTheLog() throws Exception {
        HttpResponse<String> read = get("/marked", "checkout-7:0e1f");
        HttpResponse<String> written =
                send(request("/marked", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6").PUT(BodyPublishers.ofString("a body")));

        assertThat(id(read)).isEqualTo("checkout-7:0e1f");
        assertThat(id(written)).isEqualTo("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        assertThat(marks).containsExactly("movie checkout-7:0e1f", "movie f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    }

    @Test
    void aRequestWithoutOneGetsOneOfItsOwn() throws Exception {
        String first = id(send(request("/marked")));
        String second = id(send(request("/marked")));

        assertThat(List.of(first, second)).allMatch(id -> id.matches(NEW)).doesNotHaveDuplicates();
        assertThat(marks).containsExactly("movie " + first, "movie " + second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a\"b", "a\tb", "<script>", "naïve", "a,b", "", "x{129}"})
    void whatIsNotFitForALogIsReplaced(String given) throws Exception {
        String sent = given.equals("x{129}") ? "x".repeat(129) : given;

        assertThat(id(get("/marked", sent))).matches(NEW);
    }

    @Test
    void theLongestIdIsTaken() throws Exception {
        assertThat(id(get("/marked", "x".repeat(128)))).isEqualTo("x".repeat(128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/broken-later", "/error"})
    void anErrorOfOursNamesItAndItsLogLineToo(String path) throws Exception {
        HttpResponse<String> answer = get(path, "quoted-by-a-user");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"requestId\":\"quoted-by-a-user\"").doesNotContain("hunter2");
        assertThat(id(answer)).isEqualTo("quoted-by-a-user");
        assertThat(logged.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "quoted-by-a-user"));
    }

    @Test
    void aRefusalTellsItTooButNeedsNotQuoteIt() throws Exception {
        HttpResponse<String> nowhere = get("/nowhere", "lost");
        HttpResponse<String> tooLong = send(request("/marked", "long").PUT(BodyPublishers.ofString("x".repeat(101))));

        assertThat(id(nowhere)).isEqualTo("lost");
        assertThat(nowhere.body()).doesNotContain("requestId");
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(id(tooLong)).isEqualTo("long");
    }

    private static String id(HttpResponse<?> response) {
        assertThat(response.headers().allValues(RequestId.HEADER)).hasSize(1);
        return response.headers().firstValue(RequestId.HEADER).orElseThrow();
    }

    private HttpResponse<String> get(String path, String id) throws IOException, InterruptedException {
        return send(request(path, id));
    }

    private HttpRequest.Builder request(String path, String id) {
        return request(path).header(RequestId.HEADER, id);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
