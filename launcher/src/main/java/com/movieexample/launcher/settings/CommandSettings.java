package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.config.ConfigurationLoader;
import com.movieexample.runtime.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The settings of one command as options of its command line: each declared setting is an option, and {@code --set}
 * sets those that have a prefix only. Immutable.
 */
public final class CommandSettings {
    private final List<Section> sections;
    private final Settings settings;
    private final Consumer<Configuration> check;

    private CommandSettings(List<Section> sections, Settings others, Consumer<Configuration> check) {
        this.sections = sections;
        this.settings = sections.stream()
                .map(Section::settings)
                .reduce(Settings.of(), Settings::and)
                .besides(others);
        this.check = check;
    }

    /** Of a process with all services, on an embedded broker or another cluster. */
    public static CommandSettings allInOne() {
        Settings ports = ServiceSettings.ALL.stream()
                .map(ServiceSettings::declared)
                .reduce(BrokerSettings.declared(), Settings::and);
        Settings memoryAndTimes = ProcessSettings.memoryAndTimesOfAllInOne()
                .and(ProcessSettings.ofReads())
                .and(ProcessSettings.ofAllInOnesAggregator());
        return new CommandSettings(
                sections(Settings.of(LogSettings.OTHER_CLUSTER), ports, memoryAndTimes),
                ProcessSettings.ofAddresses(),
                configuration -> {
                    BrokerSettings.check(configuration);
                    ProcessSettings.consulAddress(configuration);
                });
    }

    /** Of a process with one service; it can share its environment and file with the others. */
    public static CommandSettings of(ServiceSettings service) {
        Settings cluster = Settings.of(LogSettings.BOOTSTRAP_SERVERS).and(ProcessSettings.ofAddresses());
        return new CommandSettings(
                sections(cluster, service.alone().declared(), memoryAndTimes(service)),
                allInOne().settings,
                configuration -> {
                    ProcessSettings.addresses(configuration);
                    ProcessSettings.consulAddress(configuration);
                });
    }

    private static Settings memoryAndTimes(ServiceSettings service) {
        Settings reads =
                service.equals(ServiceSettings.RATING) ? ProcessSettings.ofPositions() : ProcessSettings.ofReads();
        Settings settings = ProcessSettings.memoryAndTimes().and(reads);
        return service.equals(ServiceSettings.AGGREGATOR) ? settings.and(ProcessSettings.ofAggregator()) : settings;
    }

    private static List<Section> sections(Settings cluster, Settings ports, Settings memoryAndTimes) {
        return List.of(
                new Section("", ProcessSettings.ofFirstRank().and(cluster)),
                new Section("Ports, 0 for a free one", ports),
                new Section("Log and rules", LogSettings.declared()),
                new Section("Memory and times", memoryAndTimes),
                new Section("Observation", ObservationSettings.declared()),
                new Section("Access", ExposureSettings.access()),
                new Section("Limits of each service", ExposureSettings.limits()));
    }

    List<Section> sections() {
        return sections;
    }

    /** Adds the options to a command. */
    public void addTo(CommandSpec command) {
        new SettingOptions(command).add(sections, settings.prefixes());
    }

    /** Whether the configuration is to be printed, and nothing done. */
    public static boolean isToPrint(ParseResult parsed) {
        return parsed.matchedOptionValue(SettingOptions.PRINT, false);
    }

    /** @throws ConfigurationException naming what is wrong, also where values don't fit each other */
    public Configuration load(ParseResult parsed) {
        Path file = parsed.matchedOptionValue(SettingOptions.CONFIG, (Path) null);
        Configuration configuration =
                ConfigurationLoader.load(settings, given(parsed), System.getenv(), Optional.ofNullable(file));
        ProcessSettings.host(configuration);
        ProcessSettings.checkStreams(configuration);
        ExposureSettings.check(configuration);
        check.accept(configuration);
        LogSettings.rules(configuration);
        return configuration;
    }

    private Map<String, String> given(ParseResult parsed) {
        Map<String, String> given = new LinkedHashMap<>();
        settings.declared().forEach(setting -> {
            String value = parsed.matchedOptionValue(setting.cliName(), (String) null);
            if (value != null) {
                given.put(setting.key(), value);
            }
        });
        List<String> others = parsed.matchedOptionValue(SettingOptions.SET, List.of());
        others.forEach(pair -> put(given, pair));
        return given;
    }

    private static void put(Map<String, String> given, String pair) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            throw new ConfigurationException(SettingOptions.SET + " is \"" + pair + "\", expected KEY=VALUE");
        }
        String key = pair.substring(0, equals);
        if (given.put(key, pair.substring(equals + 1)) != null) {
            throw new ConfigurationException(key + " was set twice on the command line, expected once");
        }
    }
}
