package com.movieexample.bench.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.solution.Events;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.EventTexts;
import com.movieexample.bench.workload.WorkloadEvent;
import com.movieexample.topics.TopicWriter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes all events of a log as Marquee's services and imports do, from memory. Each line of its input is one, an
 * {@link Input} as JSON: it says {@link Departure} as JSON once the broker has acknowledged every event. It ends with its
 * input.
 */
public final class LiveProducer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LiveProducer() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader inputs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = inputs.readLine(); line != null; line = inputs.readLine()) {
            Input live = JSON.readValue(line, Input.class);
            Events all = Events.share(live.workload(), 0, 1);
            System.out.println(JSON.writeValueAsString(write(all, live)));
        }
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
