package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.generations.GenerationSteps;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one generation to the next and back, while both grow and readers read. */
class GenerationSwitchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READERS = 4;
    private static final String BOTH = "/v1/movies?ids=603&ids=604";

    private final MarqueeLog log = TestLogs.open("switch", 1);
    private final Generations generations =
            new Generations(log.clients(), log.topics().control());
    private final AtomicLong committed = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        stopped.set(true);
    }

    private GenerationSet change(Function<GenerationSet, List<Generation>> step) {
        return generations.change(step);
    }

    @Test
    void noAnswerMixesGenerationsOrGoesBack() throws Exception {
        AggregatesTopic first = new AggregatesTopic(log).create();
        AggregatesTopic second = new AggregatesTopic(
                        log.of(change(all -> GenerationSteps.begin(all, EventRules.DEFAULT, 0))
                                .inTheMaking()
                                .orElseThrow()))
                .create();
        try (MovieMetadata metadata = new MovieMetadata(log)) {
            metadata.put("603", "604");
        }
        commit(first, second);
        try (MovieProcess service = MovieProcess.start(log, folder, MovieProcess.PATIENCE)) {
            HttpCaller http = service.awaitReady().http();
            List<Thread> threads = IntStream.range(0, READERS)
                    .mapToObj(i -> new Thread(() -> readOn(http), "reader-" + i))
                    .toList();
            threads.forEach(Thread::start);
            Thread writer = new Thread(() -> writeOn(first, second), "writer");
            writer.start();
            awaitGeneration(http, 1);

            change(all -> GenerationSteps.promote(all, 2));
            awaitGeneration(http, 2);
            change(GenerationSteps::rollBack);
            awaitGeneration(http, 1);
            change(GenerationSteps::rollBack);
            awaitGeneration(http, 2);

            stopped.set(true);
            writer.join();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(faults).isEmpty();
            assertThat(reads.get()).isGreaterThan(100);
        }
    }

    @Test
    void aReadWaitsForItsPositionAcrossASwitch() throws Exception {
        AggregatesTopic first = new AggregatesTopic(log).create();
        AggregatesTopic second = new AggregatesTopic(
                        log.of(change(all -> GenerationSteps.begin(all, EventRules.DEFAULT, 0))
                                .inTheMaking()
                                .orElseThrow()))
                .create();
        first.commit(1, Map.of("603", aggregate(1, 400)));
        second.commit(1, Map.of("603", aggregate(1, 500)));
        try (MovieMetadata metadata = new MovieMetadata(log)) {
            metadata.put("603");
        }
        try (MovieProcess service = MovieProcess.start(log, folder, MovieProcess.PATIENCE)) {
            HttpCaller http = service.awaitReady().http();
            logHolds(2);
            String wanted = new Position(log.topics().ratings().name(), 0, 1).toString();
            AtomicBoolean answered = new AtomicBoolean();
            Thread reader = new Thread(() -> {
                try {
                    HttpResponse<String> answer = http.get("/v1/movies/603", Positions.HEADER, wanted);
                    answered.set(generation(answer) == 2 && answer.body().contains("\"count\":2,\"sum\":10"));
                } catch (IOException | InterruptedException e) {
                    faults.add(e.toString());
                }
            });
            reader.start();
            change(all -> GenerationSteps.promote(all, 2));
            awaitGeneration(http, 2);

            // Only the new one ever gets what the read waits for; the old one is behind for good.
            second.commit(2, Map.of("603", aggregate(2, 500)));
            first.commit(2, Map.of("603", aggregate(2, 400)));
            reader.join();

            assertThat(faults).isEmpty();
            assertThat(answered).isTrue();
        }
    }

    /** Events, whichever: a position beyond the log's end would be refused and not waited for. */
    private void logHolds(int events) throws Exception {
        RawTopic ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        for (int i = 0; i < events; i++) {
            ratings.commit(List.of(ratings.entry(0, new byte[] {1}, new byte[] {1})));
        }
    }

    @Test
    void aRetiredOneLeavesNothingBehind() throws Exception {
        AggregatesTopic first = new AggregatesTopic(log).create();
        first.commit(1, Map.of());
        try (MovieProcess service = MovieProcess.start(log, folder, MovieProcess.PATIENCE)) {
            service.awaitReady();
            MarqueeLog next = log.of(change(all -> GenerationSteps.begin(all, EventRules.DEFAULT, 0))
                    .inTheMaking()
                    .orElseThrow());
            new AggregatesTopic(next).create().commit(1, Map.of());
            await().until(() -> Files.exists(folder.resolve("rating-aggregates-g2")));

            change(GenerationSteps::cancel);

            await().until(() -> !Files.exists(folder.resolve("rating-aggregates-g2")));
            assertThat(folder.resolve("rating-aggregates-g1")).exists();
        }
        Files.createDirectories(folder.resolve("rating-aggregates-g2"));
        try (MovieProcess again = MovieProcess.start(log, folder, MovieProcess.PATIENCE)) {
            again.awaitReady();
            await().until(() -> !Files.exists(folder.resolve("rating-aggregates-g2")));
        }
    }

    private static RatingAggregate aggregate(int count, int value) {
        return RatingAggregate.newBuilder()
                .setCount(count)
                .setSum((long) value * count)
                .build();
    }

    /** Now the one is ahead and now the other; each has its own mean, the same of both movies. */
    private void commit(AggregatesTopic first, AggregatesTopic second) throws Exception {
        int next = (int) committed.incrementAndGet();
        if (next % 2 == 0) {
            first.commit(next, both(next, 400));
            second.commit(next, both(next, 500));
        } else {
            second.commit(next, both(next, 500));
            first.commit(next, both(next, 400));
        }
    }

    private static Map<String, RatingAggregate> both(int count, int value) {
        return Map.of("603", aggregate(count, value), "604", aggregate(count, value));
    }

    private void writeOn(AggregatesTopic first, AggregatesTopic second) {
        try {
            while (!stopped.get()) {
                commit(first, second);
            }
        } catch (Exception e) {
            faults.add("the writer failed: " + e);
        }
    }

    private void readOn(HttpCaller http) {
        long before = -1;
        while (!stopped.get()) {
            try {
                HttpResponse<String> answer = http.get(BOTH);
                long reached = check(answer, before);
                before = Math.max(before, reached);
                reads.incrementAndGet();
            } catch (IOException | InterruptedException e) {
                faults.add(e.toString());
            }
        }
    }

    /** Returns the offset that the answer reflects. */
    private long check(HttpResponse<String> answer, long before) throws IOException {
        if (answer.statusCode() != 200) {
            faults.add(answer.statusCode() + " " + answer.body());
            return before;
        }
        long reached = Positions.parse(
                        answer.headers().firstValue(Positions.HEADER).orElse(""))
                .in(log.topics().ratings().name())
                .getOrDefault(0, -1L);
        if (reached < before) {
            faults.add("went back from " + before + " to " + reached);
        }
        int mean = generation(answer) == 1 ? 4 : 5;
        JsonNode found = JSON.readTree(answer.body()).get("found");
        for (JsonNode movie : found) {
            JsonNode rating = movie.get("rating");
            if (rating.get("mean").asInt() != mean || rating.get("count").asLong() < reached + 1) {
                faults.add("generation " + generation(answer) + " at " + reached + " answers " + answer.body());
            }
        }
        return reached;
    }

    private static int generation(HttpResponse<String> answer) {
        return Integer.parseInt(
                answer.headers().firstValue("Marquee-Generation").orElse("0"));
    }

    private static void awaitGeneration(HttpCaller http, int generation) {
        await().atMost(MovieProcess.PATIENCE).until(() -> generation(http.get(BOTH)) == generation);
    }
}
