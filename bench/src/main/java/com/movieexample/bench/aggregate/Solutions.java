package com.movieexample.bench.aggregate;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.postgres.PostgresSolution;
import com.movieexample.bench.solution.DslSolution;
import com.movieexample.bench.solution.EmptyTopology;
import com.movieexample.bench.solution.MarqueeSolution;
import com.movieexample.bench.solution.PlainConsumer;
import com.movieexample.bench.solution.RocksSolution;
import com.movieexample.bench.solution.Solution;
import java.util.Locale;

/** All solutions. */
public enum Solutions {
    BATCHED(Answer.ALL),
    STANDARD(Answer.ALL),
    DSL(Answer.COUNT_AND_SUM),
    POSTGRES(Answer.ALL),
    ROCKSDB(Answer.ALL),
    EMPTY(Answer.NONE),
    CONSUMER(Answer.NONE);

    /** What can be asked of a solution for each movie. */
    public enum Answer {
        ALL,
        COUNT_AND_SUM,
        NONE
    }

    private final Answer answer;

    Solutions(Answer answer) {
        this.answer = answer;
    }

    Solution make() {
        return switch (this) {
            case BATCHED -> new MarqueeSolution(StoreKind.BATCHED);
            case STANDARD -> new MarqueeSolution(StoreKind.STANDARD);
            case DSL -> new DslSolution();
            case POSTGRES -> new PostgresSolution();
            case ROCKSDB -> new RocksSolution();
            case EMPTY -> new EmptyTopology();
            case CONSUMER -> new PlainConsumer();
        };
    }

    public Answer answer() {
        return answer;
    }

    /** Whether it makes topics of its own in Kafka. */
    public boolean hasInternalTopics() {
        return this == BATCHED || this == STANDARD || this == DSL;
    }

    /** Whether it keeps anything outside of Kafka. */
    public boolean keepsState() {
        return answer != Answer.NONE;
    }

    /** As the report names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
