package com.movieexample.bench.workload;

import com.movieexample.api.v1.RatingEvent;

/** The ids of movies and users as texts, each made once: for who makes millions of messages. Not thread-safe. */
public final class EventTexts {
    private final String[] ids = new String[Math.max(RatingWorkload.MOVIES, RatingWorkload.USERS) + 1];
    private final String[] keys = new String[RatingWorkload.MOVIES + 1];

    public RatingEvent message(WorkloadEvent event) {
        return event.toMessage(id(event.movie()), id(event.user()));
    }

    /** The event's key in the log. */
    public String key(WorkloadEvent event) {
        if (keys[event.movie()] == null) {
            keys[event.movie()] = event.key();
        }
        return keys[event.movie()];
    }

    private String id(int number) {
        if (ids[number] == null) {
            ids[number] = Integer.toString(number);
        }
        return ids[number];
    }
}
