package com.movieexample.aggregator.instances;

import com.movieexample.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Which other instances hold a partition, by the metadata that Kafka Streams hands round. Thread-safe.
 *
 * @param self how the others know this instance
 */
public record PartitionHolders(Supplier<KafkaStreams> streams, Supplier<HostInfo> self)
        implements IntFunction<Holders> {
    @Override
    public Holders apply(int partition) {
        try {
            return find(partition);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Not started, stopping, or failed and about to start again.
            return Holders.UNKNOWN;
        }
    }

    private Holders find(int partition) {
        KafkaStreams running = streams.get();
        if (running == null) {
            return Holders.UNKNOWN;
        }
        KeyQueryMetadata found = running.queryMetadataForKey(
                Topics.AGGREGATE_STORE, partition, (topic, key, value, partitions) -> Optional.of(Set.of(partition)));
        if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return Holders.UNKNOWN;
        }
        return new Holders(
                Optional.of(found.activeHost()).filter(this::isOther),
                found.standbyHosts().stream().filter(this::isOther).toList());
    }

    private boolean isOther(HostInfo host) {
        return !host.equals(HostInfo.unavailable()) && !host.equals(self.get());
    }
}
