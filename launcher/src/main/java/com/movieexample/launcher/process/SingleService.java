package com.movieexample.launcher.process;

import com.movieexample.aggregator.RatingAggregator;
import com.movieexample.ingester.RatingIngester;
import com.movieexample.launcher.settings.ExposureSettings;
import com.movieexample.launcher.settings.LogSettings;
import com.movieexample.launcher.settings.ProcessSettings;
import com.movieexample.launcher.settings.ServiceSettings;
import com.movieexample.metadata.MetadataService;
import com.movieexample.query.MovieQuery;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.util.List;

/** One service in a process of its own, on a cluster. Owns all that it starts; not thread-safe. */
public final class SingleService implements AutoCloseable {
    private final ServiceSettings service;
    private final Configuration configuration;
    private final DataFolder data;
    private final Announcer announcer;
    private final Teardown teardown = new Teardown();

    public SingleService(ServiceSettings service, Configuration configuration, DataFolder data, Announcer announcer) {
        this.service = service;
        this.configuration = configuration;
        this.data = data;
        this.announcer = announcer;
    }

    /** Returns when the service is ready, and where. When it throws, all that had been started is closed again. */
    public Addresses.Service start() throws Exception {
        try {
            MarqueeLog log = LogSettings.opening(configuration, configuration.get(LogSettings.BOOTSTRAP_SERVERS))
                    .open();
            announcer.started("Apache Kafka", log.clients().bootstrapServers());
            RocksMemory memory = teardown.add(new RocksMemory(ProcessSettings.rocksMemory(configuration)));
            ServiceRegistry registry = teardown.add(
                    ProcessSettings.consul(configuration).orElseGet(() -> ProcessSettings.addresses(configuration)));
            ServiceProcess process = create(log, memory, registry);
            process.start();
            teardown.add(process);
            Addresses.Service address = new Addresses.Service(
                    ExposureSettings.scheme(configuration),
                    ProcessSettings.host(configuration),
                    process.httpPort(),
                    process.grpcPort());
            announcer.started(process.name(), address.toString());
            new Readiness(announcer::waiting).await(List.of(process));
            return address;
        } catch (Exception | Error e) {
            teardown.closeAfter(e);
            throw e;
        }
    }

    private ServiceProcess create(MarqueeLog log, RocksMemory memory, ServiceRegistry registry) {
        ServiceSetup setup = ProcessSettings.setup(configuration, service.alone(), registry);
        return switch (service.name()) {
            case "metadata" ->
                MetadataService.create(log, folder(), memory, ProcessSettings.readBounds(configuration), setup);
            case "rating" -> RatingIngester.create(log, ProcessSettings.positionTimeout(configuration), setup);
            case "movie" ->
                MovieQuery.create(
                        log,
                        folder(),
                        memory,
                        ProcessSettings.readBounds(configuration),
                        ExposureSettings.ratingKey(configuration),
                        setup);
            case "rating-aggregator" ->
                RatingAggregator.create(
                        log,
                        ProcessSettings.streams(configuration, folder()),
                        memory,
                        ProcessSettings.readBounds(configuration),
                        setup);
            default -> throw new IllegalArgumentException("there is no service " + service.name());
        };
    }

    /** Of the services that keep something. */
    private Path folder() {
        return data.of(service.name());
    }

    /** Stops in order; idempotent. */
    @Override
    public void close() {
        teardown.close();
    }
}
