package com.movieexample.topics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each poll brings one event only, so that things can happen between two of them. */
@Timeout(60)
class LogScanIT {
    private final KafkaClients slow =
            new KafkaClients(SharedBroker.clients().bootstrapServers(), Map.of("max.poll.records", "1"));
    private final Topics topics = new Topics(SharedBroker.uniqueName("scan") + ".", 1, 1);
    private final RawTopic ratings = new RawTopic(slow, topics.ratings().name());
    private MarqueeLog log;

    @BeforeEach
    void write() throws Exception {
        log = new LogOpening(slow, topics, EventRules.DEFAULT, Optional.of((short) 1)).open();
        ratings.put("movie/603", "a");
        ratings.put("movie/603", "b");
        ratings.put("movie/603", "c");
    }

    @Test
    void whenTheTimeIsOverOnTheWayThereIsNoAnswer() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5));
        List<LogEvent> read = new ArrayList<>();
        try (LogScan scan = new LogScan(log, deadline)) {
            assertThatThrownBy(() -> scan.scan(0, event -> {
                        read.add(event);
                        while (!deadline.isOver()) {
                            Thread.onSpinWait();
                        }
                    }))
                    .isInstanceOf(ExplanationTimeoutException.class)
                    .hasMessage("%s/0 was not read to its end within 5 s: it was at offset 1 of 3"
                            .formatted(topics.ratings().name()));
        }
        assertThat(read).hasSize(1);
    }

    @Test
    void whatIsAppendedAfterItWasAskedIsNotRead() {
        List<LogEvent> read = new ArrayList<>();
        try (LogScan scan = new LogScan(log, Deadline.in(Duration.ofSeconds(30)))) {
            Scanned scanned = scan.scan(0, event -> {
                read.add(event);
                append();
            });

            assertThat(scanned).isEqualTo(new Scanned(topics.ratings().name(), 0, 0, 3, 3));
        }
        assertThat(read).hasSize(3);
    }

    private void append() {
        try {
            ratings.put("movie/603", "later");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheLogNoLongerHasIsNotRead() throws Exception {
        ratings.deleteRecordsBefore(2);
        try (LogScan scan = new LogScan(log, Deadline.in(Duration.ofSeconds(30)))) {
            assertThat(scan.scan(0, event -> {}))
                    .isEqualTo(new Scanned(topics.ratings().name(), 0, 2, 3, 1));
        }
    }
}
