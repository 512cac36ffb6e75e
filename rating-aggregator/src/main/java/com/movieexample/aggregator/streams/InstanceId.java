package com.movieexample.aggregator.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of an instance in its group: as lasting as its state folder, and so the same after a restart. */
final class InstanceId {
    private static final String FILE = "instance-id";

    private InstanceId() {}

    /** The folder's name, made when it has none. */
    static String of(Path stateDir) throws IOException {
        Files.createDirectories(stateDir);
        Path file = stateDir.resolve(FILE);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String id = UUID.randomUUID().toString();
        Files.writeString(file, id + System.lineSeparator());
        return id;
    }
}
