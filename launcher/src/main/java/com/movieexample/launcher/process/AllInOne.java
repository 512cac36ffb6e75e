package com.movieexample.launcher.process;

import com.movieexample.aggregator.RatingAggregator;
import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.ingester.RatingIngester;
import com.movieexample.launcher.settings.BrokerSettings;
import com.movieexample.launcher.settings.ExposureSettings;
import com.movieexample.launcher.settings.LogSettings;
import com.movieexample.launcher.settings.ProcessSettings;
import com.movieexample.launcher.settings.ServiceSettings;
import com.movieexample.metadata.MetadataService;
import com.movieexample.query.MovieQuery;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceRegistry;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import java.util.List;

/**
 * Every service in one process, on an embedded broker or on another cluster. They meet in topics and on loopback, as
 * they would from process to process. Owns all that it starts; not thread-safe.
 */
public final class AllInOne implements AutoCloseable {
    private final Configuration configuration;
    private final DataFolder data;
    private final Announcer announcer;
    private final Teardown teardown = new Teardown();

    public AllInOne(Configuration configuration, DataFolder data, Announcer announcer) {
        this.configuration = configuration;
        this.data = data;
        this.announcer = announcer;
    }

    /** Returns when every service is ready. When it throws, all that had been started is closed again. */
    public Addresses start() throws Exception {
        try {
            String bootstrapServers =
                    configuration.get(LogSettings.OTHER_CLUSTER).orElseGet(this::startBroker);
            MarqueeLog log =
                    LogSettings.opening(configuration, bootstrapServers).open();
            announcer.started("Apache Kafka", bootstrapServers);
            return startServices(log);
        } catch (Exception | Error e) {
            teardown.closeAfter(e);
            throw e;
        }
    }

    private String startBroker() {
        EmbeddedBroker broker = teardown.add(EmbeddedBroker.start(BrokerSettings.broker(configuration, data.broker())));
        return broker.bootstrapServers();
    }

    private Addresses startServices(MarqueeLog log) throws Exception {
        ServiceRegistry registry =
                teardown.add(ProcessSettings.consul(configuration).orElseGet(InMemoryServiceRegistry::new));
        RocksMemory memory = teardown.add(new RocksMemory(ProcessSettings.rocksMemory(configuration)));
        // First, since its stream threads join their group while the others start.
        ServiceProcess aggregator = start(RatingAggregator.create(
                log,
                ProcessSettings.allInOnesStreams(configuration, data.of("rating-aggregator")),
                memory,
                ProcessSettings.readBounds(configuration),
                ProcessSettings.allInOnesSetup(configuration, ServiceSettings.AGGREGATOR, registry)));
        ServiceProcess metadata = start(MetadataService.create(
                log,
                data.of("metadata-service"),
                memory,
                ProcessSettings.readBounds(configuration),
                ProcessSettings.allInOnesSetup(configuration, ServiceSettings.METADATA, registry)));
        ServiceProcess rating = start(RatingIngester.create(
                log,
                ProcessSettings.positionTimeout(configuration),
                ProcessSettings.allInOnesSetup(configuration, ServiceSettings.RATING, registry)));
        ServiceProcess movie = start(MovieQuery.create(
                log,
                data.of("movie-query"),
                memory,
                ProcessSettings.readBounds(configuration),
                ExposureSettings.ratingKey(configuration),
                ProcessSettings.allInOnesSetup(configuration, ServiceSettings.MOVIE, registry)));
        new Readiness(announcer::waiting).await(List.of(aggregator, metadata, rating, movie));
        return new Addresses(
                log.clients().bootstrapServers(),
                address(metadata),
                address(rating),
                address(movie),
                address(aggregator));
    }

    private ServiceProcess start(ServiceProcess service) throws Exception {
        service.start();
        teardown.add(service);
        Addresses.Service address = address(service);
        announcer.started(service.name(), address.toString());
        return service;
    }

    private Addresses.Service address(ServiceProcess service) {
        return new Addresses.Service(
                ExposureSettings.scheme(configuration),
                ProcessSettings.host(configuration),
                service.httpPort(),
                service.grpcPort());
    }

    /** Stops in order; idempotent. */
    @Override
    public void close() {
        teardown.close();
    }
}
