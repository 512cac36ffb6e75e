package com.movieexample.bench.ingest;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.workload.EventTexts;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import java.util.ArrayList;
import java.util.List;

/** Keys and messages that are there before the clock starts. */
record PreparedEvents(List<String> keys, List<RatingEvent> messages) {
    static PreparedEvents of(RatingWorkload workload) {
        EventTexts texts = new EventTexts();
        List<String> keys = new ArrayList<>(workload.size());
        List<RatingEvent> messages = new ArrayList<>(workload.size());
        for (WorkloadEvent event : workload) {
            keys.add(texts.key(event));
            messages.add(texts.message(event));
        }
        return new PreparedEvents(keys, messages);
    }

    int size() {
        return keys.size();
    }
}
