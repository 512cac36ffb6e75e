package com.movieexample.launcher.cluster;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which cluster holds the log, and under which names. */
public final class ClusterOptions {
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

    public KafkaClients clients() {
        return new KafkaClients(bootstrapServers, kafka);
    }

    /** For their names: how many partitions there are is what the cluster is asked for. */
    public Topics topics() {
        return new Topics(topicPrefix, 1, 1);
    }
}
