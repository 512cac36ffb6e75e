package com.movieexample.query;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.query.catalog.MovieNumbers;
import com.movieexample.query.own.OwnRatings;
import com.movieexample.query.page.PageRoutes;
import com.movieexample.query.titles.Titles;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The movie-query service, put together. */
public final class MovieQuery {
    private static final String METADATA = "movie-metadata";
    private static final String RATINGS = "rating-aggregates";
    private static final String AGGREGATOR = "rating-aggregator";
    private static final String INGESTER = "rating";
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private MovieQuery() {}

    /**
     * Not started yet.
     *
     * @param folder holds its views
     * @param memory of its views' stores; not owned
     * @param bounds of its reads
     * @param ratingKey that it hands ratings to ingesters with, if they need one
     */
    public static ServiceProcess create(
            MarqueeLog log,
            Path folder,
            RocksMemory memory,
            ReadBounds bounds,
            Optional<String> ratingKey,
            ServiceSetup setup) {
        Metrics metrics = new Metrics(setup.name());
        Tracing tracing = Tracing.of(setup.name(), setup.traces());
        MovieSources sources = sources(log, folder, memory, metrics);
        MetadataView metadata = sources.metadata();
        ServedGenerations ratings = new ServedGenerations(log, sources, folder, memory, bounds, metrics);
        GrpcClients clients = new GrpcClients(setup.registry(), setup.exposure().tls(), tracing);
        OwnRatings ownRatings = new OwnRatings(
                clients.channel(AGGREGATOR, AggregateServiceGrpc.SERVICE_NAME),
                clients.channel(INGESTER),
                ratingKey,
                bounds.positionTimeout());
        MovieController controller = new MovieController(ratings, ratings::archive, ownRatings);
        Live live = new Live(controller, setup.exposure().limits().connections());
        sources.watching().addAll(live.listeners());
        live.bindTo(metrics.registry());
        metrics.lag(METADATA, metadata.view()::lag);
        metrics.lag(RATINGS, ratings::lag);
        MovieListHttpHandler lists = new MovieListHttpHandler(controller);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("movie-health", Map.of()), KAFKA_CHECK_INTERVAL);
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .tracing(tracing)
                .api("/com/movieexample/query/openapi.yaml")
                .waitsForNothing()
                .component(new Part(kafka.name(), kafka::start, kafka::checkOfReader, kafka))
                .component(clients)
                .component(sources.titles())
                .component(new Part(
                        "metadata-view",
                        metadata.view()::start,
                        () -> ViewChecks.of(metadata.view().status()),
                        metadata))
                .component(ratings)
                .streams(live.movies())
                .streams(live.charts())
                .check("read-gate", () -> CheckResult.degradedIf(ratings.whyTooOld()))
                .age(ratings::age)
                .routes(new MovieHttpHandler(controller, lists)::register)
                .routes(lists::register)
                .routes(new OwnRatingHttpHandler(ownRatings)::register)
                .routes(new LiveHttpHandler(controller, live.movies(), live.charts())::register)
                .grpcService(new LiveGrpcHandler(controller, live.movies(), live.charts()))
                .routes(new PageRoutes()::register)
                .grpcService(new RatingsDump(ratings::copy))
                .views(() -> describe(metadata, ratings))
                .build();
    }

    private static MovieSources sources(MarqueeLog log, Path folder, RocksMemory memory, Metrics metrics) {
        List<MovieListener> watching = new CopyOnWriteArrayList<>();
        MetadataChanges changes = new MetadataChanges(watching);
        MovieNumbers numbers = new MovieNumbers();
        MetadataView metadata = new MetadataView(
                log, folder.resolve(METADATA), memory, changes.listener(metrics.kafkaConsumers(METADATA)));
        Titles titles = new Titles(numbers, metadata::find);
        changes.tell(List.of(titles), metadata);
        return new MovieSources(metadata, changes, numbers, titles, watching);
    }

    private static List<ViewDescription> describe(MetadataView metadata, ServedGenerations ratings) {
        return Stream.concat(Stream.of(metadata.describe()), ratings.describe().stream())
                .toList();
    }
}
