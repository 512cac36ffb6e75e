package com.movieexample.bench.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.solution.Events;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.EventTexts;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import com.movieexample.topics.TopicWriter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes all events as Marquee's services and imports do, from memory. Arguments, as JSON: an input whose log takes the
 * warm-up, and the live one. Says {@link Departure} as JSON once the broker has acknowledged every event.
 */
public final class LiveProducer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 200_000;

    private LiveProducer() {}

    public static void main(String[] arguments) throws Exception {
        Input scratch = JSON.readValue(arguments[0], Input.class);
        Input live = JSON.readValue(arguments[1], Input.class);
        Events all = Events.share(live.workload(), 0, 1);
        write(Events.share(new RatingWorkload(scratch.seed(), WARM_UP), 0, 1), scratch);
        System.out.println(JSON.writeValueAsString(write(all, live)));
    }

    private static Departure write(Events events, Input to) {
        EventTexts texts = new EventTexts();
        AtomicLong refused = new AtomicLong();
        try (TopicWriter<RatingEvent> writer =
                new TopicWriter<>(to.clients(), "bench-live", to.topics().ratings())) {
            long departed = System.currentTimeMillis();
            for (WorkloadEvent event : events) {
                append(event, texts, writer, refused);
            }
            writer.producer().flush();
            if (refused.get() > 0) {
                throw new IllegalStateException("%,d events were refused".formatted(refused.get()));
            }
            return new Departure(departed);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // those that fail are counted
    private static void append(
            WorkloadEvent event, EventTexts texts, TopicWriter<RatingEvent> writer, AtomicLong refused) {
        writer.append(texts.key(event), texts.message(event)).whenComplete((appended, failure) -> {
            if (failure != null) {
                refused.incrementAndGet();
            }
        });
    }
}
