package com.movieexample.query;

import com.movieexample.api.v1.Metadata;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.TopicView;
import com.movieexample.topics.view.ViewSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Tells what the metadata view takes in to all that depends on it: the titles, and what each generation keeps of movies.
 * Thread-safe.
 */
final class MetadataChanges {
    private final List<MovieListener> told = new CopyOnWriteArrayList<>();
    private final List<MovieListener> watching;

    /** Whether the view has begun, so that who comes later was not told of what it began with. */
    private boolean begun;

    /** @param watching are told after all others, since they read what those keep */
    MetadataChanges(List<MovieListener> watching) {
        this.watching = watching;
    }

    /** From now on, beginning with all that the view has. */
    void tell(List<MovieListener> listeners, MetadataView view) {
        view.view().whileNothingComesIn(() -> {
            if (begun) {
                tellAll(view.view(), listeners);
            }
            return told.addAll(listeners);
        });
    }

    void tellNoMore(List<MovieListener> listeners) {
        told.removeAll(listeners);
    }

    private static void tellAll(TopicView view, List<MovieListener> listeners) {
        listeners.forEach(MovieListener::metadataCleared);
        try (ViewSnapshot all = view.snapshotIf(() -> true).orElseThrow()) {
            all.forEach((key, value) -> {
                Metadata metadata = MetadataView.parse(value);
                listeners.forEach(listener -> listener.described(metadata));
            });
        }
        listeners.forEach(MovieListener::metadataRestored);
    }

    private void tell(java.util.function.Consumer<MovieListener> news) {
        told.forEach(news);
        watching.forEach(news);
    }

    /** For the metadata view. */
    TopicView.Listener listener(java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        return new TopicView.Listener() {
            @Override
            public void opened(TopicView stored, int partitions) {
                begun = true;
                tellAll(stored, told);
                watching.forEach(MovieListener::metadataRestored);
            }

            @Override
            public void following(Consumer<byte[], byte[]> consumer) {
                onFollowing.accept(consumer);
            }

            @Override
            public void applied(ConsumerRecord<byte[], byte[]> record) {
                if (record.value() == null) {
                    String id = new String(record.key(), StandardCharsets.UTF_8);
                    tell(listener -> listener.describedNoMore(id));
                } else {
                    Metadata metadata = MetadataView.parse(record.value());
                    tell(listener -> listener.described(metadata));
                }
            }

            @Override
            public void progressed(int partition, long position, long stableEnd) {
                tell(listener -> listener.metadataReached(partition, position));
            }
        };
    }
}
