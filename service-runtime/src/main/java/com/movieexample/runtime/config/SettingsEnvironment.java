package com.movieexample.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the {@code MARQUEE_*} variables of the environment; all others are none of our business. */
final class SettingsEnvironment {
    /** Read by the start script, before there is a process to configure, and by commands that call services. */
    private static final Set<String> OF_OTHERS =
            Set.of("MARQUEE_CONFIG", "MARQUEE_HOME", "MARQUEE_JAVA_OPTS", "MARQUEE_API_KEY", "MARQUEE_TLS_CA");

    private final Settings settings;

    SettingsEnvironment(Settings settings) {
        this.settings = settings;
    }

    /** What the environment gives; names that nobody declared are added to {@code problems}. */
    List<Entry> read(Map<String, String> environment, List<String> problems) {
        List<Entry> entries = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(Setting.ENVIRONMENT_PREFIX) && !OF_OTHERS.contains(name)) {
                settings.ofVariable(name)
                        .ifPresentOrElse(
                                key -> entries.add(new Entry(key, value, "environment " + name, name)),
                                () -> judgeUnknown(name, problems));
            }
        });
        return entries;
    }

    private void judgeUnknown(String name, List<String> problems) {
        if (!settings.isVariableOfOthers(name)) {
            problems.add("environment " + name + ": unknown name" + NearestName.hint(name, declaredNames()));
        }
    }

    private List<String> declaredNames() {
        return settings.declared().stream()
                .<String>map(Setting::environmentName)
                .toList();
    }
}
