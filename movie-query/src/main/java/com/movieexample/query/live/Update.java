package com.movieexample.query.live;

import com.movieexample.api.Freshness;
import com.movieexample.runtime.http.TaggedJson;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The state of something that is watched, and at the same time what is sent of it. Thread-safe.
 *
 * @param <M> its gRPC message
 */
public final class Update<M> {
    private final String event;
    private final Freshness freshness;
    private final TaggedJson json;
    private final Supplier<M> message;
    private volatile byte[] serverSentEvent;

    /**
     * @param event its name among server-sent events
     * @param message is asked for only if somebody watches over gRPC
     */
    public Update(String event, TaggedJson json, Supplier<M> message) {
        this(event, Freshness.NONE, json, message);
    }

    private Update(String event, Freshness freshness, TaggedJson json, Supplier<M> message) {
        this.event = event;
        this.freshness = freshness;
        this.json = json;
        this.message = message;
    }

    /** The same with the part of the log that it reflects. */
    public Update<M> reflecting(Freshness part) {
        return new Update<>(event, part, json, message);
    }

    /** Tells states apart. */
    String etag() {
        return json.etag();
    }

    public Freshness freshness() {
        return freshness;
    }

    public M message() {
        return message.get();
    }

    /** Made once for all who watch. The id is what the event reflects, so that whoever resumes with it sees nothing older. */
    byte[] serverSentEvent() {
        byte[] made = serverSentEvent;
        if (made == null) {
            String start = "id: " + freshness.reflects() + "\nevent: " + event + "\ndata: ";
            String text = start + new String(json.utf8(), StandardCharsets.UTF_8) + "\n\n";
            made = text.getBytes(StandardCharsets.UTF_8);
            serverSentEvent = made;
        }
        return made;
    }
}
