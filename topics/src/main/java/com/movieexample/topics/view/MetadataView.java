package com.movieexample.topics.view;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The movies' metadata as a local copy. Owns its {@link TopicView}; thread-safe. */
public final class MetadataView implements AutoCloseable {
    private static final String NAME = "movie-metadata";

    private final TopicDefinition<String, Metadata> topic;
    private final TopicView view;

    /** @param onFollowing is given each consumer that follows the topic, to bind its metrics */
    public MetadataView(
            MarqueeLog log,
            Path folder,
            RocksMemory memory,
            java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        this(log, folder, memory, new TopicView.Listener() {
            @Override
            public void following(Consumer<byte[], byte[]> consumer) {
                onFollowing.accept(consumer);
            }
        });
    }

    public MetadataView(MarqueeLog log, Path folder, RocksMemory memory, TopicView.Listener listener) {
        this.topic = log.topics().movieMetadata();
        this.view = new TopicView(
                new TopicView.Settings(NAME, topic.name(), folder, MetadataView::isReadable),
                log.clients(),
                memory,
                listener);
    }

    public Optional<Metadata> find(String id) {
        return view.get(key(id)).map(MetadataView::parse);
    }

    /** In the order of the ids, null where there is none. */
    public List<Metadata> findAll(List<String> ids) {
        return view.getAll(ids.stream().map(MetadataView::key).toList()).stream()
                .map(value -> value == null ? null : parse(value))
                .collect(Collectors.toList());
    }

    public TopicView view() {
        return view;
    }

    /** For operators. */
    public ViewDescription describe() {
        return view.status().describe(NAME, topic.name(), topic.partitions(), view.progress());
    }

    private static byte[] key(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isReadable(ConsumerRecord<byte[], byte[]> record) {
        try {
            Metadata metadata = Metadata.parseFrom(record.value());
            return metadata.getId().equals(new String(record.key(), StandardCharsets.UTF_8));
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /** What a value of the view says. */
    public static Metadata parse(byte[] value) {
        try {
            return Metadata.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the metadata view holds what it could not read", e);
        }
    }

    @Override
    public void close() {
        view.close();
    }
}
