package com.movieexample.topics.provisioning;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;

/**
 * The log as a process works with it, once its topics were found right.
 *
 * @param generation the live generation of the ratings view
 */
public record MarqueeLog(KafkaClients clients, Topics topics, EventRules rules, int generation) {
    /** The topic that holds the live ratings view. */
    public String aggregates() {
        return topics.aggregates(generation);
    }
}
