package com.movieexample.metadata;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.topics.Appended;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.view.MetadataView;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Metadata in the log: written to the topic, read from its local view. Owns neither; thread-safe. */
final class MetadataRepository {
    private final TopicWriter<Metadata> topic;
    private final MetadataView view;

    MetadataRepository(TopicWriter<Metadata> topic, MetadataView view) {
        this.topic = topic;
        this.view = view;
    }

    Optional<Metadata> find(String id) {
        return view.find(id);
    }

    CompletableFuture<Position> put(Metadata metadata) {
        return topic.append(metadata.getId(), metadata).thenApply(Appended::position);
    }

    /** Empty while the view can answer, else why it can't. */
    Optional<String> whyUnavailable() {
        var status = view.view().status();
        return status.readable() ? Optional.empty() : Optional.of(status.detail());
    }
}
