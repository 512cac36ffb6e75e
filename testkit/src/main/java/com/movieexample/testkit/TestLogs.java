package com.movieexample.testkit;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.Map;
import java.util.Optional;

/** Logs with topics of their own, so that the tests of one broker don't meet. Thread-safe. */
public final class TestLogs {
    private TestLogs() {}

    /** A new log on the shared broker, with the default rules and one partition of metadata. */
    public static MarqueeLog open(String name, int ratingsPartitions) {
        return open(TestBroker.bootstrapServers(), name, ratingsPartitions);
    }

    /** A new log on a broker of the test's own. */
    public static MarqueeLog open(String bootstrapServers, String name, int ratingsPartitions) {
        Topics topics = new Topics(TestTopics.uniqueName(name) + ".", ratingsPartitions, 1);
        KafkaClients clients = new KafkaClients(bootstrapServers, Map.of());
        return new LogOpening(clients, topics, EventRules.DEFAULT, Optional.of((short) 1)).open();
    }

    /** The same log for a process that is started with other settings of Kafka's own. */
    public static MarqueeLog withSettings(MarqueeLog log, Map<String, String> settings) {
        KafkaClients clients = new KafkaClients(log.clients().bootstrapServers(), settings);
        return new MarqueeLog(clients, log.topics(), log.rules(), log.generation());
    }

    /** A log on a cluster that nobody answers for. */
    public static MarqueeLog unreachable() {
        // Port 1 is reserved and nothing listens there: a connection is refused at once.
        KafkaClients clients = new KafkaClients("127.0.0.1:1", Map.of());
        return new MarqueeLog(clients, new Topics("", 1, 1), EventRules.DEFAULT, 1);
    }
}
