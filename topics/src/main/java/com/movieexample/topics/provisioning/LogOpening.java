package com.movieexample.topics.provisioning;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Opens the log as every process does before it does anything else: makes sure of its topics and of its rules.
 *
 * @param replicationFactor for new topics; empty for the cluster's default
 */
public record LogOpening(KafkaClients clients, Topics topics, EventRules rules, Optional<Short> replicationFactor) {
    /**
     * Creates what is missing.
     *
     * @throws TopicMismatchException for a topic with other partitions or settings than it must have
     * @throws RulesMismatchException when the live generation was built by other rules
     * @throws KafkaUnavailableException when no broker answers
     */
    public MarqueeLog open() {
        try (Admin admin = clients.admin("marquee-provisioning")) {
            new TopicProvisioning(admin, clients.bootstrapServers(), replicationFactor).ensure(topics.all());
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        int generation =
                new Generations(clients, topics.control()).ensureLive(rules).getNumber();
        return new MarqueeLog(clients, topics, rules, generation);
    }
}
