package com.movieexample.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/** The folder of Kafka's logs: formatted once, known by its cluster id from then on. */
final class LogStorage {
    /** Kafka leaves it when it stops in order, and takes it away when it starts. */
    private static final String CLEAN_STOP = ".kafka_cleanshutdown";

    private LogStorage() {}

    /** Whether a broker ran on the folder, and ended otherwise than in order. */
    static boolean wasKilled(Path logDir) throws IOException {
        return storedClusterId(logDir).isPresent() && !Files.exists(logDir.resolve(CLEAN_STOP));
    }

    /** The folder's cluster id; a new folder is formatted and gets one. */
    static String prepare(Path logDir) throws Exception {
        Files.createDirectories(logDir);
        Optional<String> stored = storedClusterId(logDir);
        return stored.isPresent() ? stored.get() : format(logDir);
    }

    private static Optional<String> storedClusterId(Path logDir) throws IOException {
        return properties(logDir).clusterId();
    }

    /** What the folder knows of itself. */
    static MetaPropertiesEnsemble properties(Path logDir) throws IOException {
        return new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(logDir.toString()))
                .addMetadataLogDir(logDir.toString())
                .load();
    }

    private static String format(Path logDir) throws Exception {
        String clusterId = Uuid.randomUuid().toString();
        new Formatter()
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(clusterId)
                .setDirectories(List.of(logDir.toString()))
                .setMetadataLogDirectory(logDir.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
        return clusterId;
    }
}
