package com.movieexample.topics.view;

import static org.awaitility.Awaitility.await;

import com.movieexample.topics.RawTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A view of texts that counts what it was told of. A value that begins with {@code ?} can't be read. */
final class WatchedView implements AutoCloseable {
    private static final RocksMemory MEMORY = new RocksMemory(8 << 20);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<String> applied = new CopyOnWriteArrayList<>();
    private final TopicView view;

    private WatchedView(RawTopic topic, Path folder, Clock clock) {
        this.view = new TopicView(
                new TopicView.Settings("watched", topic.name(), folder, WatchedView::isReadable),
                topic.clients(),
                MEMORY,
                new TopicView.Listener() {
                    @Override
                    public void applied(ConsumerRecord<byte[], byte[]> record) {
                        applied.add(text(record.key()) + "=" + (record.value() == null ? "" : text(record.value())));
                    }
                },
                clock);
    }

    static WatchedView start(RawTopic topic, Path folder) throws Exception {
        return start(topic, folder, Clock.systemUTC());
    }

    static WatchedView start(RawTopic topic, Path folder, Clock clock) throws Exception {
        WatchedView watched = new WatchedView(topic, folder, clock);
        watched.view.start();
        return watched;
    }

    private static boolean isReadable(ConsumerRecord<byte[], byte[]> record) {
        if (text(record.value()).equals("?!")) {
            throw new IllegalArgumentException("a reader with a bug");
        }
        return !text(record.value()).startsWith("?");
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    TopicView view() {
        return view;
    }

    /** Each record that came in, {@code key=value}, in order. */
    List<String> applied() {
        return applied;
    }

    Optional<String> get(String key) {
        return view.get(bytes(key)).map(WatchedView::text);
    }

    WatchedView awaitState(ViewStatus.State state) {
        await().atMost(PATIENCE).until(() -> view.status().state() == state);
        return this;
    }

    WatchedView awaitLive() {
        return awaitState(ViewStatus.State.LIVE);
    }

    WatchedView awaitValue(String key, String value) {
        await().atMost(PATIENCE).until(() -> get(key).equals(Optional.of(value)));
        return this;
    }

    @Override
    public void close() {
        view.close();
    }
}
