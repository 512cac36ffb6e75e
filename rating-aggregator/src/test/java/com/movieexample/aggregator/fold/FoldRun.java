package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.testkit.FolderTree;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestTopics;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.view.RocksMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.streams.Topology;

/** A log of its own on the shared broker, and the fold over it, which can be stopped and started. */
final class FoldRun implements AutoCloseable {
    static final int PARTITIONS = 3;

    final MarqueeLog log;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FoldMetrics metrics = new FoldMetrics(meters, 1);
    private final RocksMemory memory = new RocksMemory(32L << 20);
    private StoreKind stores;
    private final Path stateDir;
    private Map<String, String> settings = Map.of();
    private AggregatorStreams streams;

    FoldRun(StoreKind stores, Path stateDir) {
        this.stores = stores;
        this.stateDir = stateDir;
        Topics topics = new Topics(TestTopics.uniqueName("fold") + ".", PARTITIONS, 1);
        KafkaClients clients = new KafkaClients(TestBroker.bootstrapServers(), Map.of());
        this.log = new LogOpening(clients, topics, EventRules.DEFAULT, Optional.of((short) 1)).open();
    }

    void start() throws IOException {
        start(new RatingsTopology(
                log.topics(), log.rules(), stores, gapCheck(), metrics, new FoldProgress(PARTITIONS)));
    }

    /** From the next start on. */
    void change(StoreKind others) {
        stores = others;
    }

    /** From the next start on. */
    void configure(Map<String, String> kafkaStreams) {
        settings = kafkaStreams;
    }

    /** What begins the names of its topics. */
    String prefix() {
        String ratings = log.topics().ratings().name();
        return ratings.substring(0, ratings.length() - "ratings".length());
    }

    GapCheck gapCheck() {
        return new GapCheck(log.clients(), log.topics().ratings().name());
    }

    FoldMetrics metrics() {
        return metrics;
    }

    /** @param topology in place of the fold's own */
    void start(Supplier<Topology> topology) throws IOException {
        streams = new AggregatorStreams(
                log,
                new StreamsConfiguration(stateDir, stores, 2, 0, 1 << 20, Optional.of((short) 1), settings),
                memory,
                topology,
                Optional::empty,
                made -> {});
        streams.start();
    }

    AggregatorStreams streams() {
        return streams;
    }

    double events(String outcome) {
        return meters.get("marquee.fold.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    boolean isRunning() {
        return streams != null;
    }

    void stop() {
        if (streams != null) {
            streams.close();
        }
    }

    /** Removes the group, the state folder, and the changelogs of these stores. */
    void forget(List<String> changelogs) throws Exception {
        String application = log.topics().applicationId(log.generation());
        try (Admin admin = log.clients().admin("forget")) {
            // A static member that was closed is still one.
            admin.removeMembersFromConsumerGroup(application, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.deleteConsumerGroups(List.of(application)).all().get();
            admin.deleteTopics(changelogs.stream()
                            .map(store -> application + "-" + store + "-changelog")
                            .toList())
                    .all()
                    .get();
        }
        FolderTree.delete(stateDir);
        Files.createDirectories(stateDir);
    }

    @Override
    public void close() {
        stop();
        memory.close();
    }
}
