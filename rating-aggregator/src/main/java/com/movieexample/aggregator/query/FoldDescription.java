package com.movieexample.aggregator.query;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.topics.TopicDefinition;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Tells operators of the fold: its state, and how far it is in each partition that this instance holds. Owns nothing;
 * thread-safe.
 *
 * @param streams null before the start
 * @param check says more of what is not well
 * @param answers whether this instance answers from it
 */
public record FoldDescription(
        TopicDefinition<?, ?> ratings,
        int generation,
        RatingsRepository held,
        Supplier<KafkaStreams> streams,
        Supplier<CheckResult> check,
        BooleanSupplier answers)
        implements Supplier<ViewDescription> {
    public static final String NAME = "fold";

    @Override
    public ViewDescription get() {
        ViewDescription.Builder description = ViewDescription.newBuilder()
                .setName(NAME)
                .setTopic(ratings.name())
                .setGeneration(generation)
                .setAnswers(answers.getAsBoolean())
                .setState(state())
                .setDetail(check.get().detail());
        for (int partition = 0; partition < ratings.partitions(); partition++) {
            int of = partition;
            held.nextOffset(of).ifPresent(next -> description.putWatermarks(of, next));
        }
        return description.build();
    }

    private String state() {
        KafkaStreams running = streams.get();
        if (running == null) {
            return "waiting";
        }
        return switch (running.state()) {
            case CREATED -> "waiting";
            case REBALANCING -> "restoring";
            case RUNNING -> "live";
            case PENDING_SHUTDOWN, NOT_RUNNING -> "stopping";
            case PENDING_ERROR, ERROR -> "failed";
        };
    }
}
