package com.movieexample.runtime.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process was set to; every value has been checked. Immutable. */
public final class Configuration {
    private final Settings settings;
    private final Map<String, Entry> given;

    Configuration(Settings settings, Map<String, Entry> given) {
        this.settings = settings;
        this.given = Map.copyOf(given);
    }

    /** @throws IllegalArgumentException if the process did not declare the setting */
    public <T> T get(Setting<T> setting) {
        if (settings.find(setting.key()).isEmpty()) {
            throw new IllegalArgumentException(setting.key() + " is not a declared setting");
        }
        Entry entry = given.get(setting.key());
        return (entry == null ? setting.defaultValue() : setting.parse(entry.value())).orElseThrow();
    }

    /** What was given under the prefix, which is cut off the keys; declared settings are left out. Sorted. */
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> values = new TreeMap<>();
        given.forEach((key, entry) -> {
            if (key.startsWith(prefix) && settings.find(key).isEmpty()) {
                values.put(key.substring(prefix.length()), entry.value());
            }
        });
        return Collections.unmodifiableMap(values);
    }

    /** One line for each setting, sorted: its value (secrets masked) and where it comes from. */
    public List<String> describe() {
        Stream<String> defaults = settings.declared().stream()
                .filter(setting -> !given.containsKey(setting.key()))
                .map(setting -> line(setting.key(), setting.defaultText().orElse(""), "default"));
        Stream<String> others = given.values().stream().map(entry -> line(entry.key(), shown(entry), entry.source()));
        return Stream.concat(defaults, others).sorted().toList();
    }

    /** The same in one line, of what was given; for a log. */
    public String describeGiven() {
        return given.values().stream()
                .map(entry -> entry.key() + "=" + shown(entry))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String shown(Entry entry) {
        boolean secret =
                settings.find(entry.key()).map(Setting::isSecret).orElseGet(() -> SecretNames.matches(entry.key()));
        return secret && !entry.value().isEmpty() ? "***" : entry.value();
    }

    private static String line(String key, String value, String source) {
        return key + " = " + value + "   (from: " + source + ")";
    }
}
