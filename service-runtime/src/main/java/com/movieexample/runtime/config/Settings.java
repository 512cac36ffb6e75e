package com.movieexample.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process can be set to: declared settings, and families of keys under a prefix that are taken as they are,
 * such as {@code kafka.} for the Kafka clients. Immutable.
 */
public final class Settings {
    private final Map<String, Setting<?>> declared;
    private final List<String> prefixes;
    private final Optional<Settings> ofOthers;

    private Settings(Collection<Setting<?>> settings, List<String> prefixes, Optional<Settings> ofOthers) {
        this.declared = byUniqueNames(settings);
        this.prefixes = prefixes;
        this.ofOthers = ofOthers;
    }

    /** @throws IllegalArgumentException if two settings share a name of any kind */
    public static Settings of(Setting<?>... settings) {
        return new Settings(List.of(settings), List.of(), Optional.empty());
    }

    /**
     * Takes every key under each prefix; read them with {@link Configuration#withPrefix}. In the environment the rest
     * of such a name is lower case with dots: {@code MARQUEE_KAFKA_SECURITY_PROTOCOL} is
     * {@code kafka.security.protocol}.
     */
    public Settings withPrefixes(String... more) {
        return new Settings(declared.values(), concat(prefixes, List.of(more)), ofOthers);
    }

    /**
     * These and the others; a setting that both hold (the same object) is there once.
     *
     * @throws IllegalArgumentException if two settings share a name of any kind
     */
    public Settings and(Settings others) {
        List<Setting<?>> all = new ArrayList<>(declared.values());
        others.declared.values().stream()
                .filter(setting -> declared.get(setting.key()) != setting)
                .forEach(all::add);
        return new Settings(all, concat(prefixes, others.prefixes), ofOthers);
    }

    /**
     * The same, passing over what only {@code others} declare where the environment or a file gives it, so that
     * processes of several kinds can share them.
     */
    public Settings besides(Settings others) {
        return new Settings(declared.values(), prefixes, Optional.of(others));
    }

    /** In the order in which they were declared. */
    public Collection<Setting<?>> declared() {
        return declared.values();
    }

    /** Each with its dot at the end. */
    public List<String> prefixes() {
        return prefixes;
    }

    Optional<Setting<?>> find(String key) {
        return Optional.ofNullable(declared.get(key));
    }

    boolean takes(String key) {
        return declared.containsKey(key) || prefixes.stream().anyMatch(prefix -> isUnder(prefix, key));
    }

    boolean isOfOthers(String key) {
        return ofOthers.filter(others -> others.takes(key)).isPresent();
    }

    boolean isVariableOfOthers(String name) {
        return ofOthers.filter(others -> others.ofVariable(name).isPresent()).isPresent();
    }

    /** The key that a variable of the environment sets. */
    Optional<String> ofVariable(String name) {
        return declared.values().stream()
                .filter(setting -> setting.environmentName().equals(name))
                .<String>map(Setting::key)
                .findFirst()
                .or(() -> Optional.of(openKey(name)).filter(this::takes));
    }

    private static String openKey(String name) {
        return name.substring(Setting.ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static boolean isUnder(String prefix, String key) {
        return key.startsWith(prefix) && key.length() > prefix.length();
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static Map<String, Setting<?>> byUniqueNames(Collection<Setting<?>> settings) {
        Map<String, Setting<?>> byKey = new LinkedHashMap<>();
        Map<String, String> keyOfName = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            for (String name : List.of(setting.key(), setting.environmentName(), setting.cliName())) {
                String other = keyOfName.put(name, setting.key());
                if (other != null) {
                    throw new IllegalArgumentException(other + " and " + setting.key() + " share the name " + name);
                }
            }
            byKey.put(setting.key(), setting);
        }
        return Collections.unmodifiableMap(byKey);
    }
}
