package com.movieexample.launcher.topics;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.dlq.ClusterLetters;
import com.movieexample.launcher.operators.ServiceAddresses;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the topics with their size, and how far each view of each process is behind them. */
@Command(name = "topics", description = "Show what the topics hold, and how far each view is behind them.")
public final class TopicsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ServiceAddresses processes = new ServiceAddresses();

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
        KafkaClients clients = cluster.clients();
        ClusterTopics.Found found = new ClusterTopics(clients, cluster.topics()).read();
        // The processes last: what comes in meanwhile would otherwise look like lag.
        List<ProcessFigures> answers = processes.clients().stream()
                .map(process -> ProcessFigures.of(process.ask(), found.topics()))
                .toList();
        return new Overview(
                clients.bootstrapServers(), found.generation(), found.topics(), deadLetters(found.topics()), answers);
    }

    private long deadLetters(List<TopicFigures> topics) {
        DeadLetterTopic letters = ClusterLetters.topic(cluster);
        return topics.stream().anyMatch(topic -> topic.name().equals(letters.name())) ? letters.count() : 0;
    }
}
