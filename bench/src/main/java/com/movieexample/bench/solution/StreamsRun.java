package com.movieexample.bench.solution;

import com.movieexample.bench.FolderTree;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A topology that is run until it has caught up, with what Marquee's own has: exactly once, two threads, the same caches. */
final class StreamsRun {
    private static final int THREADS = 2;
    private static final int COMMIT_INTERVAL_MS = 100;
    private static final long CACHE_BYTES = 64L << 20;

    private final Input input;

    StreamsRun(Input input) {
        this.input = input;
    }

    static Properties settings(Input input) {
        Properties settings = new Properties();
        settings.putAll(input.clients().settings(input.applicationId(), Map.of()));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, input.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, input.folder());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return settings;
    }

    Cost untilCaughtUp(Topology topology) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Cost cost;
        try (Admin admin = input.clients().admin("bench-progress");
                KafkaStreams streams = new KafkaStreams(topology, settings(input))) {
            streams.setUncaughtExceptionHandler(cause -> {
                failure.set(cause);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            CostMeter meter = new CostMeter();
            streams.start();
            GroupProgress progress = new GroupProgress(admin, input.applicationId());
            progress.awaitEvents(input.topics().ratings().name(), input.size());
            progress.awaitRepartitioned();
            cost = meter.stop(input.size());
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        return cost.withStateBytes(FolderTree.size(input.path()));
    }
}
