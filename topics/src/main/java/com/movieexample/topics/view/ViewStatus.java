package com.movieexample.topics.view;

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

    /** Whether it may be read. */
    public boolean readable() {
        return state == State.LIVE || state == State.STALLED;
    }
}
