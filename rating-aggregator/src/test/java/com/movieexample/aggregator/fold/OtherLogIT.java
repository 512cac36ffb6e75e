package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogMismatchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fold that has folded two ratings and was stopped, and what is gone when it is started again. */
class OtherLogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RecordKey RECORD = RecordKey.movie("603");

    @TempDir
    private Path stateDir;

    private FoldRun run;
    private Topics topics;
    private Admin admin;

    @BeforeEach
    void fold() throws Exception {
        run = new FoldRun(StoreKind.STANDARD, stateDir);
        topics = run.log.topics();
        admin = run.log.clients().admin("test");
        run.start();
        rate("neo");
        rate("trinity");
        awaitCount(2);
    }

    @AfterEach
    void close() {
        admin.close();
        run.close();
    }

    private void rate(String user) throws Exception {
        RatedEvent event = new RatedEvent(RECORD, user, OptionalInt.of(450), OptionalLong.empty());
        RawTopic ratings = new RawTopic(run.log.clients(), topics.ratings().name());
        int partition = Partitioning.partitionOf(RECORD.bytes(), FoldRun.PARTITIONS);
        ratings.append(List.of(
                ratings.entry(partition, RECORD.bytes(), event.toMessage().toByteArray())));
    }

    private void awaitCount(int count) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> count() == count);
    }

    private long count() throws Exception {
        return CommittedView.read(run.log)
                .aggregates()
                .getOrDefault(RECORD, RatingAggregate.getDefaultInstance())
                .getCount();
    }

    private void awaitIdentity() {
        Path file = stateDir.resolve(topics.applicationId(1) + ".log-identity");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).content().contains(topics.changelogs(1)));
    }

    private void delete(List<String> names) throws Exception {
        admin.deleteTopics(names).all().get();
    }

    /** Once the stopped members have run out of time. */
    private void deleteGroup() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> admin.deleteConsumerGroups(List.of(topics.applicationId(1)))
                        .all()
                        .get());
    }

    private void removeStateFolder() throws Exception {
        try (Stream<Path> files = Files.walk(stateDir)) {
            for (Path file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(stateDir))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void changelogsThatAreGoneAreRefusedUntilAllElseIsGoneToo() throws Exception {
        awaitIdentity();
        run.stop();
        delete(topics.changelogs(1));

        assertThatThrownBy(run::start)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageStartingWith(
                        "the state folder %s was built from topic %s with id ", stateDir, topics.aggregates(1))
                .hasMessageContaining("but found no such topic in cluster");
        assertThat(run.streams().check()).isEqualTo(CheckResult.failing("not started"));
        run.stop();

        removeStateFolder();
        assertThatThrownBy(run::start)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageStartingWith(
                        "the consumer group %s has read %s/%d up to offset 2, but topic %s is gone. To build the view",
                        topics.applicationId(1),
                        topics.ratings().name(),
                        Partitioning.partitionOf(RECORD.bytes(), FoldRun.PARTITIONS),
                        topics.aggregates(1));
        run.stop();

        deleteGroup();
        run.start();
        awaitCount(2);
        assertThat(run.events("applied")).isEqualTo(4);
    }

    @Test
    void changelogsThatWereMadeAgainEmptyAreRefused() throws Exception {
        run.stop();
        delete(topics.changelogs(1));
        removeStateFolder();
        for (String changelog : topics.changelogs(1)) {
            await().ignoreExceptions()
                    .untilAsserted(
                            () -> new RawTopic(run.log.clients(), changelog).create(FoldRun.PARTITIONS, Map.of()));
        }

        assertThatThrownBy(run::start)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("up to offset 2, but topic %s holds nothing of it.", topics.aggregates(1));
    }

    @Test
    void theChangelogsAloneRestoreTheViewAndWhatTheyHoldIsSkipped() throws Exception {
        run.stop();
        removeStateFolder();
        deleteGroup();

        run.start();
        rate("morpheus");

        awaitCount(3);
        assertThat(run.events("redelivered")).isEqualTo(2);
        assertThat(run.events("applied")).isEqualTo(3);
    }

    @Test
    void aLogThatIsMadeAgainWhileTheFoldRunsStopsItForGood() throws Exception {
        String ratings = topics.ratings().name();
        delete(List.of(ratings));
        await().ignoreExceptions()
                .untilAsserted(() -> new RawTopic(run.log.clients(), ratings)
                        .create(FoldRun.PARTITIONS, topics.ratings().required()));

        await().atMost(PATIENCE).until(() -> run.streams().check().status() == CheckResult.Status.DEAD);
        assertThat(run.streams().check().detail())
                .startsWith("the state folder " + stateDir + " was built from topic " + ratings + " with id ");
        await().atMost(PATIENCE).until(() -> run.streams().streams().state().hasCompletedShutdown());
    }
}
