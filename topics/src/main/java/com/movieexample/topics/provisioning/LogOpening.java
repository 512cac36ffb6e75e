package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Opens the log as every process does before it does anything else: makes sure of its topics, of its rules,
 * and that it is the log that its views were built from.
 *
 * @param replicationFactor for new topics; empty for the cluster's default
 */
public record LogOpening(KafkaClients clients, Topics topics, EventRules rules, Optional<Short> replicationFactor) {
    /**
     * Creates what is missing.
     *
     * @throws TopicMismatchException for a topic with other partitions or settings than it must have
     * @throws RulesMismatchException when the live generation was built by other rules
     * @throws LogMismatchException when the live generation was built from another log
     * @throws KafkaUnavailableException when no broker answers
     */
    public MarqueeLog open() {
        try (Admin admin = clients.admin("marquee-provisioning")) {
            Generation live = open(admin);
            return new MarqueeLog(clients, topics, rules, live.getNumber());
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }

    private Generation open(Admin admin) {
        TopicProvisioning provisioning = new TopicProvisioning(admin, clients.bootstrapServers(), replicationFactor);
        GenerationLog log = new GenerationLog(topics, admin, clients.bootstrapServers());
        Generations generations = new Generations(clients, topics.control());
        provisioning.ensure(List.of(topics.control()));
        log.require(generations);
        provisioning.ensure(topics.all());
        Generation live = generations.ensureLive(rules, log.ratings());
        // Again, since another process may have been the one that made it.
        log.requireSame(live);
        return live;
    }
}
