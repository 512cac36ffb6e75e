package com.movieexample.query;

import com.movieexample.topics.view.TopicView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells the kept answers of every generation what the metadata view takes in: each depends on it. Thread-safe. */
final class MetadataChanges {
    private final List<KeptAnswers> told = new CopyOnWriteArrayList<>();

    /** To be called before anything is kept there. */
    void tell(KeptAnswers kept) {
        told.add(kept);
    }

    void tellNoMore(KeptAnswers kept) {
        told.remove(kept);
    }

    /** For the metadata view. */
    TopicView.Listener listener(java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        return new TopicView.Listener() {
            @Override
            public void opened(TopicView stored, int partitions) {
                told.forEach(KeptAnswers::clear);
            }

            @Override
            public void following(Consumer<byte[], byte[]> consumer) {
                onFollowing.accept(consumer);
            }

            @Override
            public void applied(ConsumerRecord<byte[], byte[]> record) {
                told.forEach(kept -> kept.metadataChanged(record.key()));
            }
        };
    }
}
