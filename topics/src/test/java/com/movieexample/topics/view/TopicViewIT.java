package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.view.ViewStatus.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicViewIT {
    @TempDir
    private Path folder;

    private RawTopic topic;

    @BeforeEach
    void createTopic() throws Exception {
        topic = RawTopic.create(SharedBroker.clients(), 2);
    }

    @Test
    void holdsTheLastValueOfEachKey() throws Exception {
        topic.put("a", "1");
        topic.put("b", "1");
        topic.put("a", "2");
        topic.put("b", null);

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            assertThat(watched.get("a")).hasValue("2");
            assertThat(watched.get("b")).isEmpty();
            assertThat(watched.view().progress().all()).isEqualTo(Map.of(0, 4L, 1, 0L));
            assertThat(watched.view().lag()).isZero();

            topic.put("b", "3");
            watched.awaitValue("b", "3");

            List<byte[]> keys = List.of(WatchedView.bytes("b"), WatchedView.bytes("none"), WatchedView.bytes("a"));
            assertThat(watched.view().getAll(keys).stream().map(value -> value == null ? "-" : WatchedView.text(value)))
                    .containsExactly("3", "-", "2");
        }
    }

    @Test
    void goesOnWhereItLeftOff() throws Exception {
        topic.put("a", "1");
        topic.put("b", "1");
        WatchedView.start(topic, folder).awaitLive().close();
        topic.put("c", "1");

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            assertThat(watched.applied()).containsExactly("c=1");
            assertThat(watched.get("a")).hasValue("1");
        }
    }

    @Test
    void passesOverWhatItCantRead() throws Exception {
        topic.put("a", "1");
        topic.put("a", "?");
        topic.put(null, "no key");
        topic.put("a", "?!");
        topic.put("b", "1");

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            assertThat(watched.applied()).containsExactly("a=1", "b=1");
            assertThat(watched.get("a")).hasValue("1");
            assertThat(watched.view().unreadable()).isEqualTo(3);
        }
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws Exception {
        RawTopic later = new RawTopic(topic.clients(), SharedBroker.uniqueName("later"));

        try (WatchedView watched = WatchedView.start(later, folder)) {
            await().until(() -> watched.view().status().detail().contains(later.name() + " does not exist yet"));
            assertThat(watched.view().status().state()).isEqualTo(State.WAITING);

            later.create(1, Map.of());
            later.put("a", "1");

            watched.awaitLive().awaitValue("a", "1");
        }
    }

    @Test
    void showsNothingOfATransactionBeforeItIsCommitted() throws Exception {
        try (Producer<byte[], byte[]> producer = topic.transactionalProducer()) {
            producer.beginTransaction();
            topic.send(producer, 0, "a", "open");
            topic.send(producer, 1, "b", "open");

            try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
                assertThat(watched.applied()).isEmpty();

                producer.commitTransaction();

                watched.awaitValue("a", "open").awaitValue("b", "open");
            }
        }
    }

    @Test
    void neverShowsWhatWasAborted() throws Exception {
        topic.put("a", "1");
        try (Producer<byte[], byte[]> producer = topic.transactionalProducer()) {
            producer.beginTransaction();
            topic.send(producer, 0, "a", "aborted");
            producer.abortTransaction();
        }

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            topic.put("b", "1");
            watched.awaitValue("b", "1");

            assertThat(watched.applied()).containsExactly("a=1", "b=1");
        }
    }

    @Test
    void wakesReadersWhoWaitForAPosition() throws Exception {
        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            Progress progress = watched.view().progress();
            CompletableFuture<Void> waiting = progress.past(0, 0);

            assertThat(waiting).isNotDone();
            topic.put("a", "1");

            waiting.get(20, TimeUnit.SECONDS);
            assertThat(watched.get("a")).hasValue("1");
        }
    }

    @Test
    void refusesAFolderThatWasBuiltFromAnotherTopicOfTheSameName() throws Exception {
        topic.put("a", "1");
        WatchedView.start(topic, folder).awaitLive().close();
        recreateTopic();

        try (WatchedView watched = WatchedView.start(topic, folder).awaitState(State.FAILED)) {
            assertThat(watched.view().status().detail())
                    .contains("watched", folder.toString(), topic.name(), "remove the folder");
            assertThat(watched.view().status().readable()).isFalse();
        }
    }

    @Test
    void noticesThatItsTopicIsAnotherOneNow() throws Exception {
        topic.put("a", "1");

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            recreateTopic();

            watched.awaitState(State.FAILED);
        }
    }

    @Test
    void noticesAnotherTopicThatHasRecordsWhereItLeftOff() throws Exception {
        topic.put("a", "1");

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            recreateTopic();
            topic.put("b", "1");
            topic.put("c", "1");

            watched.awaitState(State.FAILED);
        }
    }

    private void recreateTopic() throws Exception {
        topic.delete();
        RawTopic again = topic;
        await().ignoreExceptions().until(() -> {
            again.create(2, Map.of());
            return true;
        });
    }

    @Test
    void isBuiltAgainWhenTheTopicNoLongerHasWhereItLeftOff() throws Exception {
        topic.put("a", "1");
        WatchedView.start(topic, folder).awaitLive().close();
        topic.put("b", "1");
        topic.put("c", "1");
        topic.deleteRecordsBefore(2);

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            assertThat(watched.applied()).containsExactly("c=1");
            assertThat(watched.get("a")).isEmpty();
        }
    }

    @Test
    void aCopyThatWasLeftAloneForTooLongIsBuiltAgain() throws Exception {
        topic.put("a", "1");
        Instant left = Instant.parse("2026-01-01T00:00:00Z");
        WatchedView.start(topic, folder, at(left)).awaitLive().close();

        Instant inTime = left.plus(TopicView.OLDEST_COPY);
        try (WatchedView watched = WatchedView.start(topic, folder, at(inTime)).awaitLive()) {
            assertThat(watched.applied()).isEmpty();
        }
        Instant tooLate = inTime.plus(TopicView.OLDEST_COPY).plusMillis(1);
        try (WatchedView watched = WatchedView.start(topic, folder, at(tooLate)).awaitLive()) {
            assertThat(watched.applied()).containsExactly("a=1");
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    @Test
    void aSnapshotStaysAsItWasTaken() throws Exception {
        topic.put("a", "1");
        topic.put("b", "1");

        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive();
                ViewSnapshot snapshot = watched.view().snapshotIf(() -> true).orElseThrow()) {
            topic.put("a", "2");
            topic.put("c", "2");
            watched.awaitValue("c", "2");

            StringBuilder seen = new StringBuilder();
            snapshot.forEach((key, value) -> seen.append(WatchedView.text(key)).append(WatchedView.text(value)));
            assertThat(seen).hasToString("a1b1");
            assertThat(snapshot.get(WatchedView.bytes("a")).map(WatchedView::text))
                    .hasValue("1");
            assertThat(watched.view().snapshotIf(() -> false)).isEmpty();
        }
    }
}
