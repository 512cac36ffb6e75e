package com.movieexample.metadata;

import com.movieexample.api.Freshness;
import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.topics.Appended;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.Topics;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadGate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Metadata in the log: written to the topic, read from its local view. Owns nothing; thread-safe. */
final class MetadataRepository {
    private final TopicWriter<Metadata> topic;
    private final MetadataView view;
    private final ReadGate gate;
    private final TopicDefinition<?, ?> definition;

    MetadataRepository(TopicWriter<Metadata> topic, MetadataView view, ReadGate gate, Topics topics) {
        this.topic = topic;
        this.view = view;
        this.gate = gate;
        this.definition = topics.movieMetadata();
    }

    Optional<Metadata> find(String id) {
        return view.find(id);
    }

    /** Those that there are, in the order of the ids. */
    List<Metadata> findAll(List<String> ids) {
        return view.findAll(ids).stream().filter(Objects::nonNull).toList();
    }

    CompletableFuture<Position> put(Metadata metadata) {
        return topic.append(metadata.getId(), metadata).thenApply(Appended::position);
    }

    CompletableFuture<Position> delete(String id) {
        return topic.append(id, null).thenApply(Appended::position);
    }

    /** Which part of the log a read of these ids reflects at least. */
    Freshness freshness(List<String> ids) {
        return gate.freshness(
                definition,
                ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList());
    }

    /** Empty while the view can answer, else why it can't. */
    Optional<String> whyUnavailable() {
        var status = view.view().status();
        return status.readable() ? Optional.empty() : Optional.of(status.detail());
    }
}
