package com.movieexample.bench.intake;

import com.movieexample.bench.workload.WorkloadEvent;
import java.time.Instant;

/** An event as a line of JSON, as {@code POST /v1/ratings} takes it. */
final class EventLine {
    private static final int HUNDREDTHS = 100;

    private EventLine() {}

    static String of(WorkloadEvent event) {
        return "{\"userId\":\"" + event.user() + "\",\"recordId\":\"" + event.movie() + "\"," + change(event)
                + ",\"ratedAt\":\"" + Instant.ofEpochMilli(event.ratedAt()) + "\"}";
    }

    /** Values are half stars, which a double holds exactly. */
    private static String change(WorkloadEvent event) {
        return event.isDelete() ? "\"eventType\":\"delete\"" : "\"value\":" + (double) event.value() / HUNDREDTHS;
    }
}
