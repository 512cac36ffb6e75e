package com.movieexample.aggregator.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import com.movieexample.aggregator.fold.FoldStores;
import com.movieexample.aggregator.store.BoundedRocks;
import com.movieexample.aggregator.store.batched.BatchedFoldState;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The settings of the Kafka Streams application that builds a generation.
 *
 * @param stateDir holds the stores of this instance, and its name in the group
 * @param stores which stores hold the fold's state
 * @param standbys copies of each partition on other instances, which take over at once; 0 if there are none to hold them
 * @param cacheBytes of heap: aggregates wait here for the commit, and in batched stores entries for RocksDB
 * @param replicationFactor of the changelogs; empty for the cluster's default
 * @param passedThrough Kafka Streams' own settings; they win, but for those that exactness rests on
 */
public record StreamsConfiguration(
        Path stateDir,
        FoldStores stores,
        int threads,
        int standbys,
        long cacheBytes,
        Optional<Short> replicationFactor,
        Map<String, String> passedThrough) {
    private static final int COMMIT_INTERVAL_MS = 100;

    /** A broker may be away for so long before the instance gives up on a task and starts it again. */
    private static final int OUTAGE_MS = 300_000;

    public StreamsConfiguration {
        passedThrough = Map.copyOf(passedThrough);
    }

    /** @param self how other instances reach this one; empty if nobody asks it */
    Properties toProperties(MarqueeLog log, RocksMemory memory, String instanceId, Optional<HostInfo> self) {
        String applicationId = log.topics().applicationId(log.generation());
        Properties properties = new Properties();
        properties.putAll(log.clients().settings(applicationId, Map.of()));
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        self.ifPresent(
                host -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, host.host() + ":" + host.port()));
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        replicationFactor.ifPresent(
                factor -> properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, factor.intValue()));
        properties.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, OUTAGE_MS);
        properties.put(producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), OUTAGE_MS);
        properties.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Short, since a static member that is replaced under another name holds its partitions until this is over.
        properties.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        properties.putAll(passedThrough);
        putWhatExactnessRestsOn(properties, applicationId, instanceId);
        BoundedRocks.share(properties, memory);
        BatchedFoldState.limitHeap(properties, cacheBytes, log.topics().ratingsPartitions());
        return properties;
    }

    /**
     * Where others have copies, whoever stops leaves the group, and they go on at once. Where nobody has, whoever comes
     * back soon finds its partitions as it left them.
     */
    CloseOptions closing(Duration timeout) {
        return CloseOptions.timeout(timeout)
                .withGroupMembershipOperation(
                        standbys > 0 ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    /** For good: nobody is to wait for this instance, and the group can be deleted once the last one has left. */
    static CloseOptions leaving(Duration timeout) {
        return CloseOptions.timeout(timeout).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    }

    private void putWhatExactnessRestsOn(Properties properties, String applicationId, String instanceId) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        // A static member: one that was killed comes back under its name and need not wait for its own time-out.
        properties.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
    }
}
