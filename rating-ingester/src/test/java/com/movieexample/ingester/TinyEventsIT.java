package com.movieexample.ingester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.ingester.fuzz.ChildIngester;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bodies as long as they may be, of as many events as their bytes hold, many at once to a small heap. Each event that is kept
 * takes far more memory than the bytes that were reserved for it.
 */
class TinyEventsIT {
    private static final int BODY_BYTES = 1_000_000;
    private static final int AT_ONCE = 24;
    private static final int EACH = 3;
    private static final int PARTITIONS = 1;

    private static final Map<String, byte[]> BODIES = Map.of(
            "application/json",
            ("[" + "{},".repeat(BODY_BYTES / 3 - 1) + "{}]").getBytes(UTF_8),
            "application/json; charset=utf-8",
            ("[" + "1,".repeat(BODY_BYTES / 2 - 1) + "1]").getBytes(UTF_8),
            RatingBatch.PROTOBUF,
            new byte[BODY_BYTES]);

    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

    @Test
    void manyBatchesOfTooManyEventsAreRefusedInLittleMemory(@TempDir Path folder) throws Exception {
        MarqueeLog log = TestLogs.open("tiny", PARTITIONS);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try (FakeAggregator aggregator = FakeAggregator.start(Map.of(), Map.of(), new InMemoryServiceRegistry());
                ChildIngester ingester = ChildIngester.start(
                        folder,
                        List.of(
                                log.clients().bootstrapServers(),
                                log.topics().prefix(),
                                Integer.toString(PARTITIONS),
                                "127.0.0.1:" + aggregator.port()))) {
            HttpCaller http = new HttpCaller(ingester.port());
            for (Map.Entry<String, byte[]> body : BODIES.entrySet()) {
                List<Callable<Void>> sends =
                        Collections.nCopies(AT_ONCE, () -> send(http, body.getKey(), body.getValue()));
                for (Future<Void> sent : clients.invokeAll(sends)) {
                    sent.get();
                }
            }

            assertThat(answers.keySet())
                    .as(answers.toString())
                    .isSubsetOf(400, 429, 503)
                    .contains(400);
            assertThat(ingester.errors()).isEmpty();
            HttpResponse<String> good = http.post(
                    "/v1/ratings",
                    "application/json",
                    "[{\"userId\":\"neo\",\"recordId\":\"603\",\"value\":4}]".getBytes(UTF_8));
            assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
        } finally {
            clients.shutdownNow();
        }
    }

    private Void send(HttpCaller http, String type, byte[] body) throws Exception {
        for (int i = 0; i < EACH; i++) {
            HttpResponse<String> answer = http.post("/v1/ratings", type, body);
            answers.computeIfAbsent(answer.statusCode(), status -> new LongAdder())
                    .increment();
        }
        return null;
    }
}
