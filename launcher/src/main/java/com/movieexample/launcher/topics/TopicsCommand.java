package com.movieexample.launcher.topics;

import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the topics with their size, and how far each view of each process is behind them. */
@Command(name = "topics", description = "Show what the topics hold, and how far each view is behind them.")
public final class TopicsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "the Kafka cluster that holds the topics (default: ${DEFAULT-VALUE})")
    private String bootstrapServers;

    @Mixin
    private ServiceAddresses processes = new ServiceAddresses();

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

    @Option(names = "--partitions", description = "show each partition too")
    private boolean eachPartition;

    @Option(names = "--json", description = "write JSON, always with each partition")
    private boolean json;

    public TopicsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Overview overview = overview();
        if (json) {
            terminal.say(OverviewJson.of(overview));
        } else {
            new OverviewText(terminal, eachPartition).print(overview);
        }
        return 0;
    }

    private Overview overview() {
        KafkaClients clients = new KafkaClients(bootstrapServers, kafka);
        // How many partitions there are is found out; no name depends on it.
        Topics topics = new Topics(topicPrefix, 1, 1);
        ClusterTopics.Found found = new ClusterTopics(clients, topics).read();
        // The processes last: what comes in meanwhile would otherwise look like lag.
        List<ProcessFigures> answers = processes.clients().stream()
                .map(process -> process.ask(found.topics()))
                .toList();
        return new Overview(
                bootstrapServers,
                found.generation(),
                found.topics(),
                deadLetters(clients, topics.deadLetters().name(), found.topics()),
                answers);
    }

    private static long deadLetters(KafkaClients clients, String name, List<TopicFigures> topics) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .mapToLong(new DeadLetters(clients)::count)
                .sum();
    }
}
