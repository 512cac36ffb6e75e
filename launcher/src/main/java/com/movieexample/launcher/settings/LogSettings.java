package com.movieexample.launcher.settings;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which cluster holds the log, how its topics are made, and the rules of its events. */
public final class LogSettings {
    private static final String ADDRESSES = "host:port, several with commas between";
    private static final String ADDRESS_FORM = "([^\\s,:]+|\\[[^\\s,]+\\]):[0-9]{1,5}";
    private static final String PREFIX_FORM = "[a-zA-Z0-9._-]{0,100}";

    public static final Setting<String> BOOTSTRAP_SERVERS = Setting.text(
                    "bootstrap.servers", "127.0.0.1:9092", "Kafka brokers to start from")
            .matching(LogSettings::areAddresses, ADDRESSES)
            .label("HOST:PORT,…");

    /** For the one process that brings its own broker. */
    public static final Setting<Optional<String>> OTHER_CLUSTER = Setting.optionalText(
                    "bootstrap.servers", "Kafka brokers to use in place of the embedded one")
            .matching(servers -> servers.isEmpty() || areAddresses(servers.get()), ADDRESSES)
            .label("HOST:PORT,…");

    private static final Setting<Optional<String>> PREFIX = Setting.optionalText(
                    "topic.prefix", "stands before every topic and group, so that several can share a cluster")
            .matching(
                    prefix -> prefix.orElse("").matches(PREFIX_FORM), "at most 100 of a-z, A-Z, 0-9, '.', '_' and '-'");
    private static final Setting<Integer> RATINGS_PARTITIONS =
            Setting.integer("ratings.partitions", 6, 1, 10_000, "partitions of the topic ratings");
    private static final Setting<Integer> METADATA_PARTITIONS =
            Setting.integer("metadata.partitions", 1, 1, 10_000, "partitions of the topic movie-metadata");
    private static final Setting<Integer> REPLICATION =
            Setting.integer("replication.factor", 0, 0, 100, "replicas of new topics; 0 for the cluster's default");
    private static final Setting<Duration> TOLERANCE = Setting.duration(
            "rating.tolerance", EventRules.DEFAULT.tolerance(), "how far a rating may be dated in the future");
    private static final Setting<String> DEFAULT_SCALE = Setting.text(
                    "scale.default",
                    RatingScale.HALF_STARS.toString(),
                    "values of a rating; --set scale.TYPE sets those of one record type")
            .label("MIN..MAX/STEP");

    private static final String SCALES = "scale.";
    private static final String KAFKA = "kafka.";

    private LogSettings() {}

    static Settings declared() {
        return Settings.of(PREFIX, RATINGS_PARTITIONS, METADATA_PARTITIONS, REPLICATION, TOLERANCE, DEFAULT_SCALE)
                .withPrefixes(SCALES, KAFKA);
    }

    /** How to open the log of a cluster. */
    public static LogOpening opening(Configuration configuration, String bootstrapServers) {
        return new LogOpening(
                new KafkaClients(bootstrapServers, configuration.withPrefix(KAFKA)),
                new Topics(
                        configuration.get(PREFIX).orElse(""),
                        configuration.get(RATINGS_PARTITIONS),
                        configuration.get(METADATA_PARTITIONS)),
                rules(configuration),
                replication(configuration));
    }

    static Optional<Short> replication(Configuration configuration) {
        int factor = configuration.get(REPLICATION);
        return factor == 0 ? Optional.empty() : Optional.of((short) factor);
    }

    private static boolean areAddresses(String servers) {
        return Stream.of(servers.split(",", -1))
                .allMatch(server -> server.strip().matches(ADDRESS_FORM));
    }

    /** @throws ConfigurationException if a scale is none */
    static EventRules rules(Configuration configuration) {
        Map<String, RatingScale> scales = new HashMap<>();
        configuration.withPrefix(SCALES).forEach((type, text) -> scales.put(type, scale(SCALES + type, text)));
        return new EventRules(
                scales, scale(DEFAULT_SCALE.key(), configuration.get(DEFAULT_SCALE)), configuration.get(TOLERANCE));
    }

    private static RatingScale scale(String key, String text) {
        try {
            return RatingScale.parse(text);
        } catch (InvalidInputException e) {
            throw new ConfigurationException(key + " is \"" + text + "\", expected " + e.expected());
        }
    }
}
