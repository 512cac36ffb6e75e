package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.ViewUnavailableException;
import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.view.ViewStatus.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a view does when it is closed, and when its cluster goes away. */
@Timeout(120)
class TopicViewEndIT {
    /** The common pool may have one thread only, and these never give theirs back. */
    private static final Executor ON_ITS_OWN_THREAD = task -> new Thread(task).start();

    @TempDir
    private Path folder;

    @Test
    void aClosedViewSaysSo() throws Exception {
        RawTopic topic = RawTopic.create(SharedBroker.clients(), 1);
        topic.put("a", "1");
        WatchedView watched = WatchedView.start(topic, folder).awaitLive();
        ViewSnapshot snapshot = watched.view().snapshotIf(() -> true).orElseThrow();

        watched.close();
        watched.close();

        assertClosed(() -> watched.get("a"));
        assertClosed(() -> watched.view().getAll(List.of(WatchedView.bytes("a"))));
        assertClosed(() -> watched.view().snapshotIf(() -> true));
        assertClosed(() -> snapshot.get(WatchedView.bytes("a")));
        assertClosed(() -> snapshot.forEach((key, value) -> {}));
        assertClosed(() -> watched.view().apply(new PolledRecords(List.of(), Map.of(0, new PolledRecords.End(9, 9)))));
        snapshot.close();
        WatchedView.start(topic, folder).awaitValue("a", "1").close();
    }

    private static void assertClosed(Runnable read) {
        assertThatThrownBy(read::run)
                .isInstanceOf(ViewUnavailableException.class)
                .hasMessage("the view is closed, or is built again");
    }

    @Test
    void readersInTheMiddleOfAReadSurviveTheEnd() throws Exception {
        RawTopic topic = RawTopic.create(SharedBroker.clients(), 1);
        topic.put("a", "1");
        WatchedView watched = WatchedView.start(topic, folder).awaitLive();
        CountDownLatch reading = new CountDownLatch(6);
        List<CompletableFuture<Void>> readers = Stream.<Runnable>of(
                        () -> watched.get("a"),
                        () -> watched.view().getAll(List.of(WatchedView.bytes("a"), WatchedView.bytes("b"))),
                        () -> readSnapshot(watched.view()))
                .flatMap(read -> Stream.of(read, read))
                .map(read -> CompletableFuture.runAsync(() -> readForEver(read, reading), ON_ITS_OWN_THREAD))
                .toList();
        reading.await();

        watched.close();

        for (CompletableFuture<Void> reader : readers) {
            assertThatThrownBy(() -> reader.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ViewUnavailableException.class)
                    .hasMessageContaining("the view is closed");
        }
    }

    private static void readSnapshot(TopicView view) {
        try (ViewSnapshot snapshot = view.snapshotIf(() -> true).orElseThrow()) {
            snapshot.forEach((key, value) -> {});
        }
    }

    @SuppressWarnings("InfiniteLoopStatement") // until the view is closed
    private static void readForEver(Runnable read, CountDownLatch reading) {
        read.run();
        reading.countDown();
        while (true) {
            read.run();
        }
    }

    @Test
    @Timeout(8)
    void aViewOfAClusterThatIsNotThereIsClosedSoon() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RawTopic nowhere = new RawTopic(new KafkaClients("127.0.0.1:" + port, Map.of()), "nowhere");

        try (WatchedView watched = WatchedView.start(nowhere, folder)) {
            assertThat(watched.view().status().state()).isEqualTo(State.WAITING);
        }
    }

    @Test
    void answersWithWhatItHasWhileTheClusterIsAway(@TempDir Path data) throws Exception {
        EmbeddedBrokerConfig config =
                EmbeddedBrokerConfig.in(data).onFreePorts().withOverrides(SharedBroker.settings());
        EmbeddedBroker broker = EmbeddedBroker.start(config);
        RawTopic topic = RawTopic.create(new KafkaClients(broker.bootstrapServers(), Map.of()), 1);
        topic.put("a", "1");
        try (WatchedView watched = WatchedView.start(topic, folder).awaitLive()) {
            broker.close();

            watched.awaitState(State.STALLED);
            assertThat(watched.get("a")).hasValue("1");
            assertThat(watched.view().status().detail()).contains("no answer from Kafka");

            broker = EmbeddedBroker.start(config.withPorts(broker.port(), broker.controllerPort()));
            topic.put("b", "1");
            watched.awaitLive().awaitValue("b", "1");
            assertThat(watched.applied()).containsExactly("a=1", "b=1");
        } finally {
            broker.close();
        }
    }
}
