package com.movieexample.bench.postgres;

import java.util.List;
import java.util.Map;

/** The settings of a server that takes many small writes, on a machine that it shares with its clients. */
final class PostgresTuning {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("shared_buffers", "512MB"),
            // A commit does not wait for the disk, as Kafka's does not; the log is still synced several times a second.
            Map.entry("synchronous_commit", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_buffers", "64MB"),
            Map.entry("max_wal_size", "8GB"),
            Map.entry("checkpoint_timeout", "30min"),
            Map.entry("work_mem", "32MB"),
            Map.entry("jit", "off"));

    private PostgresTuning() {}

    /** As arguments of the server. */
    static List<String> arguments() {
        return SETTINGS.entrySet().stream()
                .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }
}
