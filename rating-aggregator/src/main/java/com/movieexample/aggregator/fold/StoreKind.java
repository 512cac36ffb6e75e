package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.FoldState;
import com.movieexample.aggregator.store.StandardFoldState;
import com.movieexample.aggregator.store.batched.BatchedFoldState;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Which stores hold the fold's state. Names, layouts and changelogs are the same, so that each kind can go on where the
 * other one left off: it finds nothing that it could open in the state folder, and restores from the changelogs.
 */
public enum StoreKind implements FoldStores {
    /** Those of Kafka Streams: one look-up and one write for each event. */
    STANDARD,

    /** Ours: look-ups and writes in batches, and aggregates decoded between commits. */
    BATCHED;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return switch (this) {
            case STANDARD -> StandardFoldState.stores();
            case BATCHED -> BatchedFoldState.stores();
        };
    }

    @Override
    public FoldState open(ProcessorContext<?, ?> context) {
        return switch (this) {
            case STANDARD -> new StandardFoldState(context);
            case BATCHED -> new BatchedFoldState(context);
        };
    }
}
