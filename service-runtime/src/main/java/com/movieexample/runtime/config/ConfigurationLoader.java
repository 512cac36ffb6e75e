package com.movieexample.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves settings: the command line goes over the environment, the environment over the file. */
public final class ConfigurationLoader {
    private final Settings settings;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Entry> resolved = new TreeMap<>();

    private ConfigurationLoader(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param commandLine values by setting key
     * @param environment all variables; only those that start with {@code MARQUEE_} are looked at
     * @throws ConfigurationException naming every problem at once
     */
    public static Configuration load(
            Settings settings, Map<String, String> commandLine, Map<String, String> environment, Optional<Path> file) {
        ConfigurationLoader loader = new ConfigurationLoader(settings);
        file.ifPresent(path -> loader.takeOwn(SettingsFile.read(path, loader.problems)));
        loader.takeAll(new SettingsEnvironment(settings).read(environment, loader.problems));
        loader.takeAll(loader.entries(commandLine));
        loader.checkRequired();
        if (!loader.problems.isEmpty()) {
            throw new ConfigurationException(loader.problems);
        }
        return new Configuration(settings, loader.resolved);
    }

    private List<Entry> entries(Map<String, String> commandLine) {
        return new TreeMap<>(commandLine)
                .entrySet().stream()
                        .map(given ->
                                new Entry(given.getKey(), given.getValue(), "command line", optionOf(given.getKey())))
                        .toList();
    }

    private String optionOf(String key) {
        return settings.find(key).<String>map(Setting::cliName).orElse(key);
    }

    private void takeOwn(List<Entry> entries) {
        takeAll(entries.stream()
                .filter(entry -> settings.takes(entry.key()) || !settings.isOfOthers(entry.key()))
                .toList());
    }

    private void takeAll(List<Entry> entries) {
        entries.forEach(this::take);
    }

    private void take(Entry entry) {
        if (!settings.takes(entry.key())) {
            problems.add(
                    entry.source() + ": unknown key " + entry.key() + NearestName.hint(entry.key(), declaredKeys()));
            return;
        }
        settings.find(entry.key()).ifPresent(setting -> checkValue(setting, entry));
        resolved.put(entry.key(), entry);
    }

    private void checkValue(Setting<?> setting, Entry entry) {
        if (setting.parse(entry.value()).isEmpty()) {
            String shown = setting.isSecret() ? "not valid" : "\"" + entry.value() + "\"";
            problems.add(entry.spelling() + " is " + shown + ", expected " + setting.expected());
        }
    }

    private void checkRequired() {
        settings.declared().stream()
                .filter(setting -> setting.defaultValue().isEmpty() && !resolved.containsKey(setting.key()))
                .map(setting -> setting.key() + " is not set, expected " + setting.expected() + "; set it with "
                        + setting.cliName() + ", " + setting.environmentName() + " or in the file")
                .forEach(problems::add);
    }

    private List<String> declaredKeys() {
        return settings.declared().stream().<String>map(Setting::key).toList();
    }
}
