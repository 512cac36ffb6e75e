package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.view.RocksMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fold in a process of its own, until it is ended. Says on each line how many events of the log its stores include.
 * Arguments: bootstrap servers, prefix of the topics, state folder, kind of stores, and settings of Kafka Streams, such as
 * {@code num.standby.replicas=1}.
 */
final class FoldMain {
    private static final long SAY_EVERY_MS = 2;

    /** So little that memtables are written to files in the middle of transactions. */
    private static final long ROCKS_BYTES = 4 << 20;

    /** So little that a batched store hands RocksDB what it has at each commit. */
    private static final long CACHE_BYTES = 64 << 10;

    private FoldMain() {}

    public static void main(String[] arguments) throws Exception {
        Topics topics = new Topics(arguments[1], FoldRun.PARTITIONS, 1);
        KafkaClients clients = new KafkaClients(arguments[0], Map.of());
        MarqueeLog log = new LogOpening(clients, topics, EventRules.DEFAULT, Optional.of((short) 1)).open();
        StoreKind stores = StoreKind.valueOf(arguments[3]);
        RocksMemory memory = new RocksMemory(ROCKS_BYTES);
        FoldProgress progress = new FoldProgress(FoldRun.PARTITIONS);
        progress.start();
        AggregatorStreams streams = new AggregatorStreams(
                log,
                new StreamsConfiguration(
                        Path.of(arguments[2]), stores, 2, 0, CACHE_BYTES, Optional.of((short) 1), settings(arguments)),
                memory,
                new RatingsTopology(
                        topics,
                        log.rules(),
                        stores,
                        new GapCheck(clients, topics.ratings().name()),
                        new FoldMetrics(new SimpleMeterRegistry(), 1),
                        progress),
                Optional::empty,
                made -> {});
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ended.countDown();
            streams.close();
        }));
        streams.start();
        for (long said = -1; !ended.await(SAY_EVERY_MS, TimeUnit.MILLISECONDS); ) {
            long folded = folded(progress);
            if (folded != said) {
                System.out.println(folded);
                said = folded;
            }
        }
    }

    private static Map<String, String> settings(String[] arguments) {
        return Stream.of(arguments)
                .skip(4)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static long folded(FoldProgress progress) {
        long folded = 0;
        for (int partition = 0; partition < FoldRun.PARTITIONS; partition++) {
            folded += progress.published().of(partition);
        }
        return folded;
    }
}
