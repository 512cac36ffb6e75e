package com.movieexample.launcher.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.crash.CommandRun;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code marquee rebuild} against everything running, one after another on the same log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {
    private static final Topics TOPICS = new Topics("", 6, 1);
    private static final int EVENTS = 25_000;

    private static RunningMarquee marquee;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        marquee = RunningMarquee.start(folder.resolve("data"));
        LoggedRatings.append(marquee.addresses().bootstrapServers(), TOPICS, 7, EVENTS);
        marquee.put(marquee.addresses().metadata(), "/metadata", "{\"id\":\"1\",\"title\":\"One\"}");
        await().until(() -> generationOf("/v1/movies/1") == 1);
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    private static CommandRun rebuild(String... arguments) {
        return new RebuildRuns(marquee.addresses()).rebuild(arguments);
    }

    private static int generationOf(String path) throws Exception {
        HttpResponse<String> answer = marquee.get(marquee.addresses().movie(), path);
        return Integer.parseInt(
                answer.headers().firstValue("Marquee-Generation").orElse("0"));
    }

    private static String aggregate() throws Exception {
        HttpResponse<String> answer = marquee.get(marquee.addresses().rating(), "/v1/records/movie/1/rating");
        return answer.headers().firstValue("Marquee-Generation").orElse("none") + " " + answer.body();
    }

    private static Set<String> topics() throws Exception {
        KafkaClients clients = new KafkaClients(marquee.addresses().bootstrapServers(), Map.of());
        try (Admin admin = clients.admin("test")) {
            return admin.listTopics().names().get();
        }
    }

    private static void assertThatItIsGone(int generation) throws Exception {
        assertThat(topics()).doesNotContainAnyElementsOf(TOPICS.changelogs(generation));
    }

    private static void assertVerifies() {
        new RebuildRuns(marquee.addresses()).assertVerifies();
    }

    @Test
    @Order(1)
    void aDryRunShowsThatNothingChangesAndLeavesNothingBehind() throws Exception {
        CommandRun run = rebuild("--dry-run", "--partitions");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("Begins generation 2", "Replayed 25,000 events", "Generations 1 and 2 agree in ")
                .contains("Generation 2 is what 25,000 events of the log come to")
                .contains("No record of 200 changes.")
                .contains("Generation 2 is retired");
        assertThat(generationOf("/v1/movies/1")).isEqualTo(1);
        assertThatItIsGone(2);
    }

    @Test
    @Order(2)
    void aHeldOneWaitsForItsPromotionAndLeadsEveryReaderOver() throws Exception {
        String before = aggregate();

        CommandRun held = rebuild("--hold", "--throttle=100000");
        assertThat(held.exitCode()).as(held.output()).isZero();
        assertThat(held.output()).contains("Generation 3 is held");
        CommandRun status = rebuild("status");
        assertThat(status.output())
                .containsPattern("(?m)^1 +live +25,000 +25,000 +100%$")
                .containsPattern("(?m)^3 +in the making, at most 100,000/s +25,000 +25,000 +100%$")
                .contains("No rebuild is running: marquee rebuild goes on with generation 3");
        assertThat(aggregate()).isEqualTo(before).startsWith("1 ");
        assertThat(rebuild("--dry-run").output()).contains("Generation 3, which was there before, stays");
        LoggedRatings.append(marquee.addresses().bootstrapServers(), TOPICS, 8, 1_000);

        CommandRun promoted = rebuild("promote", "--grace=0s");

        assertThat(promoted.exitCode()).as(promoted.output()).isZero();
        assertThat(promoted.output())
                .contains("Generation 3 is live", "Every reader answers from it", "Generation 1 is retired");
        assertThat(generationOf("/v1/movies/1")).isEqualTo(3);
        assertThat(aggregate()).startsWith("3 ");
        assertThatItIsGone(1);
        assertVerifies();
    }

    @Test
    @Order(3)
    void aSecondOneIsRefusedWhileOneRuns() throws Exception {
        FutureTask<CommandRun> first = new FutureTask<>(() -> rebuild("--dry-run", "--throttle=" + EVENTS / 18));
        new Thread(first, "first-rebuild").start();
        await().until(() -> rebuild("status").output().contains("A rebuild is running on 127.0.0.1."));

        CommandRun second = rebuild();

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.output()).contains("another rebuild is running on 127.0.0.1");
        assertThat(first.get().exitCode()).as(first.get().output()).isZero();
        assertThat(generationOf("/v1/movies/1")).isEqualTo(3);
    }

    @Test
    @Order(4)
    void thereIsNoWayBackOnceTheOneBeforeIsRetired() {
        CommandRun run = rebuild("rollback");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output()).contains("there is no generation to go back to");
        assertThat(rebuild("promote").output()).contains("no generation is in the making");
        assertThat(rebuild("cancel").output()).contains("There is nothing to cancel.");
    }

    @Test
    @Order(5)
    void aWriteIsVisibleAndReadableByPositionAfterASwitch() throws Exception {
        assertThat(rebuild("--grace=0s").exitCode()).isZero();

        HttpResponse<String> written = marquee.put(
                marquee.addresses().rating(),
                "/v1/records/movie/1/ratings/late",
                "{\"value\":4.5}",
                "Prefer",
                "ack=visible");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("\"counted\"");
        String position = written.headers().firstValue("Marquee-Position").orElseThrow();
        HttpResponse<String> read =
                marquee.get(marquee.addresses().movie(), "/v1/movies/1", "Marquee-Position", position);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Marquee-Generation")).contains("5");
        assertVerifies();
    }

    @Test
    @Order(6)
    void aLogThatEndsWithMarkersOfTransactionsIsReplayedToItsEnd() throws Exception {
        LoggedRatings.appendInTransactions(marquee.addresses().bootstrapServers(), TOPICS, 30);

        CommandRun run = rebuild("--grace=0s");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(generationOf("/v1/movies/1")).isEqualTo(6);
        assertVerifies();
    }

    @Test
    @Order(7)
    void wrongOptionsAreRefused() {
        assertThat(rebuild("--throttle=-1").exitCode()).isEqualTo(2);
        assertThat(rebuild("--dry-run", "--hold").output()).contains("--dry-run never switches");
    }
}
