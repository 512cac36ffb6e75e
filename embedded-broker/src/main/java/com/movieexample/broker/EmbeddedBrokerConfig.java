package com.movieexample.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an embedded broker needs to know. Immutable.
 *
 * @param dataDir the folder that holds everything the broker stores; made when it does not exist
 * @param host the address or name of this machine that the broker listens on and tells its clients
 * @param port the broker's port, 0 to pick a free one
 * @param controllerPort the controller's port, always on the loopback address, 0 to pick a free one
 * @param overrides broker settings by Kafka's own names; they win over the defaults of the embedded broker
 */
public record EmbeddedBrokerConfig(
        Path dataDir, String host, int port, int controllerPort, Map<String, String> overrides) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 9092;
    public static final int DEFAULT_CONTROLLER_PORT = 9093;

    private static final Set<String> WILDCARDS = Set.of("", "0.0.0.0", "::");
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException when a value can't work; the message names the field */
    public EmbeddedBrokerConfig {
        dataDir = dataDir.toAbsolutePath().normalize();
        overrides = Map.copyOf(overrides);
        // Kafka reads its folders as a list with commas.
        require(!dataDir.toString().contains(","), "dataDir", dataDir, "a path without a comma");
        // Clients are told this host, and nobody can connect to "any address".
        require(!WILDCARDS.contains(Objects.requireNonNull(host, "host")), "host", host, "an address of this machine");
        require(isPort(port), "port", port, "0 to 65535");
        require(isPort(controllerPort), "controllerPort", controllerPort, "0 to 65535");
        require(
                port == 0 || port != controllerPort,
                "controllerPort",
                controllerPort,
                "another port than the broker's");
        for (String name : overrides.keySet()) {
            require(!BrokerSettings.OWNED.contains(name), "overrides", name, "a setting that the broker does not own");
        }
    }

    /** The defaults: 127.0.0.1, ports 9092 and 9093, no overrides. */
    public static EmbeddedBrokerConfig in(Path dataDir) {
        return new EmbeddedBrokerConfig(dataDir, DEFAULT_HOST, DEFAULT_PORT, DEFAULT_CONTROLLER_PORT, Map.of());
    }

    /** The same, on ports that are free when it starts. */
    public EmbeddedBrokerConfig onFreePorts() {
        return withPorts(0, 0);
    }

    /** The same, on other ports. */
    public EmbeddedBrokerConfig withPorts(int newPort, int newControllerPort) {
        return new EmbeddedBrokerConfig(dataDir, host, newPort, newControllerPort, overrides);
    }

    /** The same, with these overrides in place of the old ones. */
    public EmbeddedBrokerConfig withOverrides(Map<String, String> newOverrides) {
        return new EmbeddedBrokerConfig(dataDir, host, port, controllerPort, newOverrides);
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= MAX_PORT;
    }

    private static void require(boolean valid, String field, Object value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException("%s: '%s', expected %s".formatted(field, value, expected));
        }
    }
}
