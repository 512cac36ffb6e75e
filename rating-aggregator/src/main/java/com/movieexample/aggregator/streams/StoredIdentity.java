package com.movieexample.aggregator.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The cluster and the topics that stores were built from, as a small file keeps them: {@code cluster = …} and, for each
 * topic, {@code topic.NAME = ID}.
 */
record StoredIdentity(String clusterId, Map<String, String> topicIds) {
    private static final String CLUSTER = "cluster";
    private static final String TOPIC = "topic.";

    StoredIdentity {
        topicIds = Map.copyOf(topicIds);
    }

    /** Empty when there is no file, or none that says which cluster it was. */
    static Optional<StoredIdentity> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, String> topicIds = new TreeMap<>();
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TOPIC))
                .forEach(name -> topicIds.put(name.substring(TOPIC.length()), lines.getProperty(name)));
        return Optional.ofNullable(lines.getProperty(CLUSTER)).map(cluster -> new StoredIdentity(cluster, topicIds));
    }

    /** Replaces the file, so that a kill leaves the old one or the new one. */
    void write(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() {
        StringBuilder text = new StringBuilder(CLUSTER + " = " + clusterId + "\n");
        new TreeMap<>(topicIds).forEach((topic, id) -> text.append(TOPIC + topic + " = " + id + "\n"));
        return text.toString();
    }
}
