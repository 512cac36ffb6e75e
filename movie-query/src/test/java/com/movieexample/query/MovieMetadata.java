package com.movieexample.query;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;

/** Writes metadata as the metadata-service does. Owns its producer. */
final class MovieMetadata implements AutoCloseable {
    private final TopicWriter<Metadata> topic;

    MovieMetadata(MarqueeLog log) {
        topic = new TopicWriter<>(log.clients(), "test-metadata", log.topics().movieMetadata());
    }

    /** With a title that is made of the id. */
    static Metadata of(String id) {
        return Metadata.newBuilder().setId(id).setTitle("Title of " + id).build();
    }

    /** As {@link #of} looks in JSON. */
    static String json(String id) {
        return "{\"id\":\"" + id + "\",\"title\":\"Title of " + id + "\",\"genres\":[]}";
    }

    /** Returns the position of the last one. */
    Position put(String... ids) {
        Position last = null;
        for (String id : ids) {
            last = topic.append(id, of(id)).join().position();
        }
        return last;
    }

    Position put(Metadata metadata) {
        return topic.append(metadata.getId(), metadata).join().position();
    }

    Position delete(String id) {
        return topic.append(id, null).join().position();
    }

    @Override
    public void close() {
        topic.close();
    }
}
