package com.movieexample.aggregator.fold;

import com.movieexample.aggregator.store.FoldState;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of a fold, and how its state is kept in them. Thread-safe. */
public interface FoldStores {
    /** The stores to be attached to the processor. */
    Set<StoreBuilder<?>> stores();

    /** The state of a task that has these stores. */
    FoldState open(ProcessorContext<?, ?> context);
}
