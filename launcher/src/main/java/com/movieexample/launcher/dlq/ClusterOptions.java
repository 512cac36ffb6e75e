package com.movieexample.launcher.dlq;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which cluster holds the dead letters. */
final class ClusterOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "the Kafka cluster that holds the log (default: ${DEFAULT-VALUE})")
    private String bootstrapServers;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "a setting of Kafka's own clients, for example security.protocol=SSL; may be repeated")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "what stands before the topics' names (default: nothing)")
    private String topicPrefix;

    DeadLetterTopic topic() {
        // No name depends on the numbers of partitions.
        Topics topics = new Topics(topicPrefix, 1, 1);
        return new DeadLetterTopic(
                new KafkaClients(bootstrapServers, kafka), topics.deadLetters().name());
    }
}
