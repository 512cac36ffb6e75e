package com.movieexample.topics.view;

import com.movieexample.api.v1.ViewDescription;
import java.util.Locale;

/**
 * How a view is doing.
 *
 * @param detail for people: what it waits for, how far it is, or why it failed
 */
public record ViewStatus(State state, String detail) {
    /** What a view may be asked for. */
    public enum State {
        /** Its topic is not there yet, or the cluster is not; it can't answer. */
        WAITING,
        /** It is reading what it has missed; its answers would be too old. */
        RESTORING,
        /** It answers. */
        LIVE,
        /** It answers with what it has: nothing new comes in, or it is catching up again after such a time. */
        STALLED,
        /** It can't go on without somebody's help. */
        FAILED
    }

    /**
     * Tells operators of a view.
     *
     * @param topic whose offsets {@code progress} is in
     * @param partitions how many the topic has, all of which the view follows
     * @param progress for each partition the next offset that the view does not include
     */
    public ViewDescription describe(String name, String topic, int partitions, Progress progress) {
        ViewDescription.Builder description = ViewDescription.newBuilder()
                .setName(name)
                .setTopic(topic)
                .setState(state.name().toLowerCase(Locale.ROOT))
                .setDetail(detail);
        for (int partition = 0; partition < partitions; partition++) {
            description.putWatermarks(partition, progress.of(partition));
        }
        return description.build();
    }

    /** Whether it may be read. */
    public boolean readable() {
        return state == State.LIVE || state == State.STALLED;
    }
}
