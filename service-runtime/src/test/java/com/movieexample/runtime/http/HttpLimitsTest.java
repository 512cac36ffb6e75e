package com.movieexample.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.access.ApiKey;
import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.access.Rights;
import com.movieexample.runtime.admission.Admission;
import com.movieexample.runtime.admission.Limits;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server does with those who take too much, too slowly, or without a right. */
@Timeout(60)
class HttpLimitsTest {
    private static final int BODY = 1_000;
    private static final int CONNECTIONS = 40;
    private static final int MANY = 900;
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Limits LIMITS = limits(LONG, LONG, 0);
    private static final Limits IMPATIENT = limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 0);
    private static final Rights METADATA = new Rights(Set.of(), Set.of(), true, false);

    private final CountDownLatch released = new CountDownLatch(1);
    private final Queue<String> held = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final String greedy = ApiKeys.random();
    private final String modest = ApiKeys.random();
    private final Access keys = Access.byKeys(() -> new ApiKeys(List.of(
            new ApiKey("greedy", ApiKeys.hash(greedy), METADATA),
            new ApiKey("modest", ApiKeys.hash(modest), METADATA))));
    private HttpServer server;

    private static Limits limits(Duration idle, Duration body, int rate) {
        return new Limits(BODY, CONNECTIONS, idle, body, 3 * BODY, 2 * BODY, rate);
    }

    private void start(Limits limits, Access access) {
        server = HttpServer.builder("127.0.0.1", 0)
                .routes(this::routes)
                .admission(new Admission(access, limits), Admissions.refusals())
                .maxThreads(8)
                .build();
        server.start();
    }

    private void routes(RoutesConfig routes) {
        routes.put("/echo", context -> context.result(context.bodyAsBytes()));
        routes.put("/many", context -> RequestClient.of(context).spend(MANY));
        routes.put("/held", this::hold);
        routes.get("/read", context -> context.result("read"));
    }

    private void hold(Context context) {
        held.add(RequestClient.of(context).caller().name());
        context.future(() -> CompletableFuture.runAsync(() -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @AfterEach
    void stop() throws IOException {
        released.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static String head(String path, int length, String... headers) {
        return "PUT " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " + length + "\r\n"
                + String.join("", headers) + "\r\n";
    }

    private static String put(String path, int length, String... headers) {
        return head(path, length, headers) + "x".repeat(length);
    }

    private static String key(String key) {
        return "Authorization: Bearer " + key + "\r\n";
    }

    private String read() throws IOException {
        return RawHttp.get(server.port(), "/read");
    }

    @Test
    void oneClientThatTakesTooMuchIsRefusedAndAllAreOnceNothingIsLeft() throws Exception {
        start(LIMITS, keys);
        Socket first = send(put("/held", BODY, key(greedy)));
        send(put("/held", BODY, key(greedy)));
        await().until(() -> held.size() == 2);

        assertThat(answer(send(put("/echo", 1, key(greedy)))))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: 1", "\"detail\":\"key greedy has writes of 2,000 bytes under way");

        send(put("/held", BODY, key(modest)));
        await().until(() -> held.size() == 3);

        assertThat(answer(send(put("/echo", 1, key(modest)))))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1", "writes of 3,000 bytes are under way");
        assertThat(read()).startsWith("HTTP/1.1 200 ");

        released.countDown();
        assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
        await().untilAsserted(() ->
                assertThat(answer(send(put("/echo", 1, key(greedy))))).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aClientWithoutAKeyIsRefusedBeforeItsBodyIsRead() throws Exception {
        start(LIMITS, keys);

        assertThat(answer(send(head("/echo", BODY))))
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Bearer", "application/problem+json", "this needs an API key");
        assertThat(answer(send(head("/echo", BODY, key("guess")))))
                .startsWith("HTTP/1.1 401 ")
                .contains("the API key is not known")
                .doesNotContain("guess");
        assertThat(read()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aClientThatWritesTooOftenIsToldWhenItMayWriteAgain() throws Exception {
        start(limits(LONG, LONG, 1), keys);

        assertThat(answer(send(put("/many", 1, key(greedy))))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(send(put("/echo", 1, key(greedy)))))
                .startsWith("HTTP/1.1 429 ")
                .containsPattern("Retry-After: \\d{3}\\D")
                .contains("key greedy writes more than it may in a second");
        assertThat(answer(send(put("/echo", 1, key(modest))))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        start(LIMITS, Access.open());
        String chunked = "PUT /echo HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(answer(send(put("/echo", BODY)))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(send(put("/echo", BODY + 1))))
                .startsWith("HTTP/1.1 413 ")
                .contains("problems/too-large");
        assertThat(answer(send(chunked + "3e9\r\n" + "x".repeat(BODY + 1) + "\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 413 ")
                .contains("problems/too-large");
    }

    @Test
    void aBodyThatComesTooSlowlyIsGivenUp() throws Exception {
        start(IMPATIENT, Access.open());
        Socket slow = send(head("/echo", BODY));
        Thread dripping = new Thread(() -> {
            try {
                for (int i = 0; i < BODY; i++) {
                    slow.getOutputStream().write('x');
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException e) {
                // It has been given up.
            }
        });
        dripping.start();

        assertThat(answer(slow)).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
        dripping.interrupt();
    }

    @Test
    void aBodyThatNeverComesIsGivenUp() throws Exception {
        start(IMPATIENT, Access.open());

        assertThat(answer(send(head("/echo", BODY) + "xxx"))).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void manyHalfSentBodiesHoldUpNobody() throws Exception {
        start(
                new Limits(
                        BODY, CONNECTIONS, Duration.ofSeconds(30), Duration.ofSeconds(30), 100 * BODY, 100 * BODY, 0),
                Access.open());
        for (int i = 0; i < CONNECTIONS / 2; i++) {
            send(head("/echo", BODY) + "xxx");
        }

        assertThat(read()).startsWith("HTTP/1.1 200 ");
        assertThat(answer(send(put("/echo", 1)))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoComesWhenThereAreTooManyConnectionsGetsThePlaceOfOneThatSaysNothing() throws Exception {
        start(
                new Limits(
                        BODY, CONNECTIONS, Duration.ofSeconds(50), Duration.ofSeconds(50), 100 * BODY, 100 * BODY, 0),
                Access.open());
        for (int i = 0; i < CONNECTIONS; i++) {
            send("");
        }

        assertThat(read()).startsWith("HTTP/1.1 200 ");
    }
}
