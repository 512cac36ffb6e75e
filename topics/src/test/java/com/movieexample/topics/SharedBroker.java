package com.movieexample.topics;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The one broker of this module's tests: started by the first that asks, ended by {@link SharedBrokerSession}. The
 * testkit's can't serve here, since the testkit is built on this module. Thread-safe.
 */
public final class SharedBroker {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private static EmbeddedBroker broker;
    private static Path folder;

    private SharedBroker() {}

    public static synchronized KafkaClients clients() {
        if (broker == null) {
            try {
                folder = Files.createTempDirectory("topics-broker-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            broker = EmbeddedBroker.start(
                    EmbeddedBrokerConfig.in(folder).onFreePorts().withOverrides(settings()));
        }
        return new KafkaClients(broker.bootstrapServers(), Map.of());
    }

    /** For a broker that a test starts for itself, too. */
    public static Map<String, String> settings() {
        return Map.of("offsets.topic.num.partitions", "1", "transaction.state.log.num.partitions", "1");
    }

    /** A topic name, prefix or transactional id that no other call gets. */
    public static String uniqueName(String prefix) {
        return prefix + "-" + NEXT.getAndIncrement();
    }

    static synchronized void stop() throws IOException {
        if (broker == null) {
            return;
        }
        broker.close();
        List<Path> innermostFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.delete(path);
        }
    }
}
