package com.movieexample.aggregator.instances;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The other instances that have one partition, as Kafka Streams said it at the last rebalance.
 *
 * @param owner folds it; empty if this instance does, or nobody is known to
 * @param standbys have a copy
 */
public record Holders(Optional<HostInfo> owner, List<HostInfo> standbys) {
    static final Holders UNKNOWN = new Holders(Optional.empty(), List.of());

    /** Who may have a copy: last the owner, for as long as it takes the partition over. */
    List<HostInfo> copies() {
        return Stream.concat(standbys.stream(), owner.stream()).toList();
    }
}
