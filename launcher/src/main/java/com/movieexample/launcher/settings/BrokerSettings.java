package com.movieexample.launcher.settings;

import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import java.nio.file.Path;
import java.util.Map;

/** The embedded broker of the one-process set-up. */
public final class BrokerSettings {
    private static final Setting<Integer> PORT =
            Setting.integer("broker.port", EmbeddedBrokerConfig.DEFAULT_PORT, 0, 65_535, "port of the embedded broker");
    private static final Setting<Integer> CONTROLLER_PORT = Setting.integer(
                    "broker.controller.port",
                    EmbeddedBrokerConfig.DEFAULT_CONTROLLER_PORT,
                    0,
                    65_535,
                    "port of its controller")
            .cli("--controller-port");

    private BrokerSettings() {}

    static Settings declared() {
        return Settings.of(PORT, CONTROLLER_PORT);
    }

    /** @throws ConfigurationException if both ports are the same */
    static void check(Configuration configuration) {
        int port = configuration.get(PORT);
        if (port != 0 && port == configuration.get(CONTROLLER_PORT)) {
            throw new ConfigurationException(
                    CONTROLLER_PORT.cliName() + " is \"" + port + "\", expected another port than the broker's");
        }
    }

    /** @throws ConfigurationException if the broker can't do with the folder */
    public static EmbeddedBrokerConfig broker(Configuration configuration, Path folder) {
        try {
            return new EmbeddedBrokerConfig(
                    folder,
                    EmbeddedBrokerConfig.DEFAULT_HOST,
                    configuration.get(PORT),
                    configuration.get(CONTROLLER_PORT),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }
}
