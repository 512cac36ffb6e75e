package com.movieexample.testkit;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The one broker of this test run: started by the first test that asks for it, on free ports and a folder of its own,
 * closed and deleted by {@link TestBrokerSession} after the last test. Tests share it, so each names its own topics,
 * groups and transactional ids ({@link TestTopics}). Thread-safe.
 */
public final class TestBroker {
    // Each internal partition costs time at start; a test run needs no more than one.
    private static final Map<String, String> SETTINGS =
            Map.of("offsets.topic.num.partitions", "1", "transaction.state.log.num.partitions", "1");

    private static EmbeddedBroker broker;
    private static Path folder;

    private TestBroker() {}

    /** What clients connect to, {@code host:port}; the first call takes a few seconds. */
    public static synchronized String bootstrapServers() {
        if (broker == null) {
            start();
        }
        return broker.bootstrapServers();
    }

    private static void start() {
        if (folder == null) {
            folder = newFolder();
        }
        EmbeddedBrokerConfig config = EmbeddedBrokerConfig.in(folder).onFreePorts();
        broker = EmbeddedBroker.start(config.withOverrides(SETTINGS));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("test-broker-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the broker keeps its data; empty while there is no broker. */
    static synchronized Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** Closes the broker, if there is one, and deletes its folder. */
    static synchronized void stop() throws IOException {
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (folder != null) {
            FolderTree.delete(folder);
            folder = null;
        }
    }
}
