package com.movieexample.aggregator.store.batched;

import com.movieexample.aggregator.store.BoundedRocks;
import com.movieexample.topics.view.RocksMemory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;

/** What Kafka Streams gives a store: a folder, memory, and a changelog, which a list stands for. */
final class FakeStoreContext implements AutoCloseable {
    /** {@code key=value}, in the order in which they were sent. */
    final List<String> changelog = new ArrayList<>();

    RuntimeException changelogFailure;
    BatchingStateRestoreCallback restore;
    private final RocksMemory memory = new RocksMemory(8 << 20);
    private final Path stateDir;

    FakeStoreContext(Path stateDir) {
        this.stateDir = stateDir;
    }

    static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    StateStoreContext context() {
        return (StateStoreContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InternalProcessorContext.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "appConfigs" -> settings();
            case "stateDir" -> stateDir.toFile();
            case "currentSystemTimeMs" -> 0L;
            case "register" -> register((BatchingStateRestoreCallback) arguments[1]);
            case "logChange" -> log((Bytes) arguments[1], (byte[]) arguments[2]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object register(BatchingStateRestoreCallback callback) {
        restore = callback;
        return null;
    }

    private Map<String, Object> settings() {
        Properties properties = new Properties();
        BoundedRocks.share(properties, memory);
        BatchedFoldState.limitHeap(properties, 1 << 20, 1);
        return properties.entrySet().stream()
                .collect(Collectors.toMap(entry -> (String) entry.getKey(), Map.Entry::getValue));
    }

    private Object log(Bytes key, byte[] value) {
        if (changelogFailure != null) {
            throw changelogFailure;
        }
        return changelog.add(text(key.get()) + "=" + text(value));
    }

    void restore(String key, String value) {
        restore.restoreAll(List.of(KeyValue.pair(
                bytes(key).get(), value == null ? null : bytes(value).get())));
    }

    @Override
    public void close() {
        memory.close();
    }
}
