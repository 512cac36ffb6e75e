package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;

/**
 * The log as a process works with it, once its topics were found right.
 *
 * @param generation the generation of the ratings view that it is used for: the live one, as the log was opened
 */
public record MarqueeLog(KafkaClients clients, Topics topics, EventRules rules, int generation) {
    /** The same log for another generation, with the rules that it is built by. */
    public MarqueeLog of(Generation other) {
        return new MarqueeLog(clients, topics, EventRules.of(other.getRules()), other.getNumber());
    }

    /** What is known of the live generation without asking the cluster. */
    public Generation live() {
        return Generation.newBuilder()
                .setNumber(generation)
                .setState(GenerationState.GENERATION_STATE_LIVE)
                .setRules(rules.toMessage())
                .build();
    }

    /** The topic that holds the ratings view of the generation. */
    public String aggregates() {
        return topics.aggregates(generation);
    }
}
