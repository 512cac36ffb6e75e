package com.movieexample.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The settings of a single-node broker that keeps its data for good and shares its JVM with others. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String BROKER_LISTENER = "PLAINTEXT";

    /** What {@link #identity} decides; to override one of these would break what the class promises. */
    static final Set<String> OWNED = Set.of(
            "process.roles",
            "node.id",
            "broker.id",
            "log.dir",
            "log.dirs",
            "metadata.log.dir",
            "listeners",
            "listener.security.protocol.map",
            "inter.broker.listener.name",
            "security.inter.broker.protocol",
            "controller.listener.names",
            "controller.quorum.voters",
            "controller.quorum.bootstrap.servers");

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            // One node: nothing can have a second copy.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            // The usual 50 partitions spread work over nodes; here each is only files to open and to recover.
            Map.entry("offsets.topic.num.partitions", "5"),
            Map.entry("transaction.state.log.num.partitions", "5"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("num.partitions", "1"),
            // A misspelt topic is an error, not a new topic with the wrong settings.
            Map.entry("auto.create.topics.enable", "false"),
            // Groups have few members, all there at once: nobody to wait for.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // No other node could take over from one that is slow; fencing it would only interrupt its work.
            Map.entry("broker.session.timeout.ms", "60000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // A dead producer's transaction holds up every read_committed reader until it is aborted.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            // The log is the database: events are old from the start, so no topic loses any by default.
            Map.entry("log.retention.ms", "-1"),
            // The greatest value: a machine that was off for a week goes on where it stopped, not from the start.
            Map.entry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE)),
            // No other node watches the metadata log, so it needs no sign of life written twice a second.
            Map.entry("metadata.max.idle.interval.ms", "0"),
            // Recovering big logs after a kill may take long; longer than this is a fault.
            Map.entry("server.max.startup.time.ms", "300000"),
            // Threads and buffers for a few clients on one machine. The cleaner's default buffer is 128 MiB.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20)));

    private BrokerSettings() {}

    /**
     * @param config where both ports are known, so not 0
     * @param logDir the folder of Kafka's logs
     */
    static Map<String, String> of(EmbeddedBrokerConfig config, Path logDir) {
        Map<String, String> settings = new HashMap<>(DEFAULTS);
        settings.putAll(config.overrides());
        settings.putAll(identity(config, logDir));
        return settings;
    }

    /** The settings of its controller alone, for a broker that was killed. */
    static Map<String, String> ofLoneController(EmbeddedBrokerConfig config, Path logDir) {
        String controller = HostPort.of(Ports.CONTROLLER_HOST, config.controllerPort());
        return Map.ofEntries(
                Map.entry("process.roles", "controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry("log.dirs", logDir.toString()),
                Map.entry("listeners", "%s://%s".formatted(CONTROLLER_LISTENER, controller)),
                Map.entry("listener.security.protocol.map", CONTROLLER_LISTENER + ":PLAINTEXT"),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + controller),
                // Nobody is there to send a sign of life.
                Map.entry("broker.session.timeout.ms", "200"),
                Map.entry("broker.heartbeat.interval.ms", "100"),
                Map.entry("metadata.max.idle.interval.ms", "0"));
    }

    private static Map<String, String> identity(EmbeddedBrokerConfig config, Path logDir) {
        String broker = HostPort.of(config.host(), config.port());
        String controller = HostPort.of(Ports.CONTROLLER_HOST, config.controllerPort());
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry("log.dirs", logDir.toString()),
                Map.entry(
                        "listeners",
                        "%s://%s,%s://%s".formatted(BROKER_LISTENER, broker, CONTROLLER_LISTENER, controller)),
                Map.entry(
                        "listener.security.protocol.map",
                        "%s:PLAINTEXT,%s:PLAINTEXT".formatted(BROKER_LISTENER, CONTROLLER_LISTENER)),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                // Static voters: a dynamic quorum writes the controller's address into the metadata log, and the
                // folder could not be used on other ports.
                Map.entry("controller.quorum.voters", NODE_ID + "@" + controller));
    }
}
