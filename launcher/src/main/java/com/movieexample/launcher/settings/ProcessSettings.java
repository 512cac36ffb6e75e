package com.movieexample.launcher.settings;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.runtime.config.Bound;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.discovery.StaticServiceRegistry;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.ReadBounds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every process that serves can be told: where it listens, where its data is, how much memory it may take. */
public final class ProcessSettings {
    private static final Setting<String> HOST = Setting.text("host", "127.0.0.1", "address to listen on");
    private static final Setting<Boolean> PUBLIC_WRITES = Setting.flag(
            "public.writes",
            false,
            "allow an address other than loopback without API keys, though anybody there could write");
    private static final Setting<Optional<String>> ADVERTISED_HOST = Setting.optionalText(
                    "advertised.host", "host that others reach this process by, if not by the one it listens on")
            .label("HOST");
    private static final Setting<Optional<String>> DATA = Setting.optionalText(
                    "data", "folder for data and log, made if missing")
            .label("DIR");
    private static final String CONSUL_OPTION = "--consul";
    private static final Setting<Optional<String>> CONSUL = Setting.optionalText(
                    "consul", "Consul agent to register with and to find the others by; CONSUL_HTTP_ADDR names it too")
            .label("URL");
    private static final Setting<Long> ROCKS_MEMORY =
            Setting.bytes("rocksdb.memory", 128L << 20, "memory of all RocksDB stores together");
    private static final Setting<StoreKind> STORE = Setting.choice(
            "store", StoreKind.BATCHED, "which stores hold the ratings view: batched ones, or those of Kafka Streams");
    private static final Setting<Integer> THREADS =
            Setting.integer("aggregator.threads", 2, 1, 64, "stream threads of the aggregator");
    private static final String COPIES = "copies of each partition that other aggregators hold, to take over at once";
    private static final Setting<Integer> STANDBYS = Setting.integer("aggregator.standbys", 1, 0, 10, COPIES);
    /** Its aggregator is the only one, unless somebody says otherwise. */
    private static final Setting<Integer> STANDBYS_OF_ALL_IN_ONE =
            Setting.integer("aggregator.standbys", 0, 0, 10, COPIES);

    private static final Setting<Long> CACHE =
            Setting.bytes("aggregator.cache", 64L << 20, "memory for entries that wait for a commit or for RocksDB");
    private static final Setting<Duration> POSITION_TIMEOUT = Setting.duration(
            "position.timeout", Duration.ofSeconds(5), "how long a read waits for the position that it carries");
    private static final Duration SHORTEST_LAG = Duration.ofSeconds(2);
    private static final Setting<Bound> MAX_LAG = Setting.bound(
                    "max.lag", "events that a view may lack, and how long, before reads of it are refused")
            .matching(
                    bound -> bound.time()
                            .map(time -> time.compareTo(SHORTEST_LAG) >= 0)
                            .orElse(true),
                    "a number of events such as 1000, a time of at least 2s, or both as 1000,30s");
    private static final String PAUSE = "how long a stopping process goes on answering once it has deregistered";
    /** Longer than it takes others to hear of it from Consul. */
    private static final Setting<Duration> STOP_PAUSE = Setting.duration("stop.pause", Duration.ofMillis(500), PAUSE);
    /** Nobody else looks for its services, unless somebody says otherwise. */
    private static final Setting<Duration> STOP_PAUSE_OF_ALL_IN_ONE =
            Setting.duration("stop.pause", Duration.ZERO, PAUSE);

    /** Where the other services are, when no registry says it; {@code address.rating-aggregator=host:9084}. */
    private static final String ADDRESSES = "address.";

    private static final String STREAMS = "streams.";
    private static final String KAFKAS_STANDBYS = "num.standby.replicas";

    private ProcessSettings() {}

    /** What one looks for first. */
    static Settings ofFirstRank() {
        return Settings.of(DATA, HOST, ADVERTISED_HOST, PUBLIC_WRITES, CONSUL);
    }

    static Settings memoryAndTimes() {
        return Settings.of(ROCKS_MEMORY, STOP_PAUSE);
    }

    static Settings memoryAndTimesOfAllInOne() {
        return Settings.of(ROCKS_MEMORY, STOP_PAUSE_OF_ALL_IN_ONE);
    }

    /** Of a service that asks another one. */
    static Settings ofPositions() {
        return Settings.of(POSITION_TIMEOUT);
    }

    /** Of a service that has views. */
    static Settings ofReads() {
        return Settings.of(POSITION_TIMEOUT, MAX_LAG);
    }

    static Settings ofAggregator() {
        return Settings.of(STORE, THREADS, CACHE, STANDBYS).withPrefixes(STREAMS);
    }

    static Settings ofAllInOnesAggregator() {
        return Settings.of(STORE, THREADS, CACHE, STANDBYS_OF_ALL_IN_ONE).withPrefixes(STREAMS);
    }

    /** For processes that don't hold all services. */
    static Settings ofAddresses() {
        return Settings.of().withPrefixes(ADDRESSES);
    }

    public static Optional<Path> data(Configuration configuration) {
        return configuration.get(DATA).map(Path::of);
    }

    public static long rocksMemory(Configuration configuration) {
        return configuration.get(ROCKS_MEMORY);
    }

    public static Duration positionTimeout(Configuration configuration) {
        return configuration.get(POSITION_TIMEOUT);
    }

    public static ReadBounds readBounds(Configuration configuration) {
        Bound lag = configuration.get(MAX_LAG);
        return new ReadBounds(positionTimeout(configuration), new MaxLag(lag.number(), lag.time()));
    }

    /** Consul, if it is named; the caller closes it. */
    public static Optional<ServiceRegistry> consul(Configuration configuration) {
        return consulAddress(configuration).map(ConsulServiceRegistry::new);
    }

    /** @throws ConfigurationException naming what can't be used */
    static Optional<ConsulAddress> consulAddress(Configuration configuration) {
        Map<String, String> environment = System.getenv();
        return configuration
                .get(CONSUL)
                .map(address -> ConsulAddress.of(CONSUL_OPTION, address, environment))
                .or(() -> ConsulAddress.ofVariables(environment));
    }

    /**
     * Of the other services, by name.
     *
     * @throws ConfigurationException naming each that is no address, or of no service
     */
    public static ServiceRegistry addresses(Configuration configuration) {
        Map<String, String> addresses = new TreeMap<>(Map.of("rating-aggregator", "127.0.0.1:9084"));
        addresses.putAll(configuration.withPrefix(ADDRESSES));
        addresses.keySet().forEach(ProcessSettings::requireService);
        return StaticServiceRegistry.of(addresses);
    }

    private static void requireService(String name) {
        List<String> names =
                ServiceSettings.ALL.stream().map(ServiceSettings::name).toList();
        if (!names.contains(name)) {
            throw new ConfigurationException(
                    ADDRESSES + name + " names no service, expected one of " + String.join(", ", names));
        }
    }

    public static String host(Configuration configuration) {
        String host = configuration.get(HOST);
        boolean guarded = ExposureSettings.needsKeys(configuration) || configuration.get(PUBLIC_WRITES);
        if (!isLoopback(host) && !guarded) {
            throw new ConfigurationException(
                    "--host is \"" + host + "\", expected a loopback address, or --api-keys, or --public-writes "
                            + "to let anybody who reaches it write ratings and metadata");
        }
        return host;
    }

    /** @throws ConfigurationException for a setting of Kafka Streams that an option of ours stands for */
    static void checkStreams(Configuration configuration) {
        String standbys = configuration.withPrefix(STREAMS).get(KAFKAS_STANDBYS);
        if (standbys != null) {
            // Who looks for copies, and how an instance leaves, goes by the option.
            throw new ConfigurationException(STREAMS + KAFKAS_STANDBYS + " is \"" + standbys + "\", expected "
                    + STANDBYS.cliName() + " in its place");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new ConfigurationException("--host is \"" + host + "\", expected a name or address of this machine");
        }
    }

    /** Of an aggregator that is one of several. */
    public static StreamsConfiguration streams(Configuration configuration, Path stateDir) {
        return streams(configuration, stateDir, configuration.get(STANDBYS));
    }

    /** Of the one that shares its process with all other services. */
    public static StreamsConfiguration allInOnesStreams(Configuration configuration, Path stateDir) {
        return streams(configuration, stateDir, configuration.get(STANDBYS_OF_ALL_IN_ONE));
    }

    private static StreamsConfiguration streams(Configuration configuration, Path stateDir, int standbys) {
        return new StreamsConfiguration(
                stateDir,
                configuration.get(STORE),
                configuration.get(THREADS),
                standbys,
                configuration.get(CACHE),
                LogSettings.replication(configuration),
                configuration.withPrefix(STREAMS));
    }

    /** Of a service that has its process to itself. */
    public static ServiceSetup setup(Configuration configuration, ServiceSettings service, ServiceRegistry registry) {
        return setup(configuration, service, registry, configuration.get(STOP_PAUSE));
    }

    /** Of one of those that share a process. */
    public static ServiceSetup allInOnesSetup(
            Configuration configuration, ServiceSettings service, ServiceRegistry registry) {
        return setup(configuration, service, registry, configuration.get(STOP_PAUSE_OF_ALL_IN_ONE));
    }

    private static ServiceSetup setup(
            Configuration configuration, ServiceSettings service, ServiceRegistry registry, Duration stopPause) {
        return new ServiceSetup(
                service.name(),
                host(configuration),
                configuration.get(ADVERTISED_HOST),
                ProgramVersion.text(),
                new ServiceSetup.Port(
                        service.httpPort(configuration), service.httpPort().cliName()),
                new ServiceSetup.Port(
                        service.grpcPort(configuration), service.grpcPort().cliName()),
                registry,
                stopPause,
                ExposureSettings.exposure(configuration),
                ObservationSettings.traces(configuration));
    }
}
