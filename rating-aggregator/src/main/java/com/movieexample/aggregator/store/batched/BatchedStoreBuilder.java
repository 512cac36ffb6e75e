package com.movieexample.aggregator.store.batched;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a store that always has a changelog and is its own cache. */
record BatchedStoreBuilder(String name) implements StoreBuilder<BatchedStore> {
    @Override
    public BatchedStore build() {
        return new BatchedStore(name);
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public StoreBuilder<BatchedStore> withLoggingEnabled(Map<String, String> config) {
        return config.isEmpty() ? this : unsupported();
    }

    @Override
    public StoreBuilder<BatchedStore> withLoggingDisabled() {
        return unsupported();
    }

    @Override
    public StoreBuilder<BatchedStore> withCachingEnabled() {
        return unsupported();
    }

    @Override
    public StoreBuilder<BatchedStore> withCachingDisabled() {
        return unsupported();
    }

    private static StoreBuilder<BatchedStore> unsupported() {
        throw new UnsupportedOperationException(
                "a batched store has a changelog with default settings, and no other cache");
    }
}
