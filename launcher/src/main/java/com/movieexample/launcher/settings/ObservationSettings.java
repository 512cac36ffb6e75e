package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;

/** How a process tells what it does to those who watch it. */
public final class ObservationSettings {
    private static final Setting<LogFormat> LOG_FORMAT =
            Setting.choice("log.format", LogFormat.TEXT, "lines of the log as text, or each one a JSON object");

    private ObservationSettings() {}

    static Settings declared() {
        return Settings.of(LOG_FORMAT);
    }

    public static LogFormat logFormat(Configuration configuration) {
        return configuration.get(LOG_FORMAT);
    }
}
