package com.movieexample.query;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.operations.OperatorGrpcHandler;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The movie-query service, put together. */
public final class MovieQuery {
    private static final String METADATA = "movie-metadata";
    private static final String RATINGS = "rating-aggregates";
    private static final String LAG = "Records that the view has not read yet";
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private MovieQuery() {}

    /**
     * Not started yet.
     *
     * @param folder holds its views
     * @param memory of its views' stores; not owned
     * @param bounds of its reads
     */
    public static ServiceProcess create(
            MarqueeLog log, Path folder, RocksMemory memory, ReadBounds bounds, ServiceSetup setup) {
        Metrics metrics = new Metrics(setup.name());
        MetadataChanges changes = new MetadataChanges();
        MetadataView metadata = new MetadataView(
                log, folder.resolve(METADATA), memory, changes.listener(metrics.kafkaConsumers(METADATA)));
        ServedGenerations ratings = new ServedGenerations(log, metadata, changes, folder, memory, bounds, metrics);
        metrics.gauge("marquee.view.lag", LAG, METADATA, metadata.view()::lag);
        metrics.gauge("marquee.view.lag", LAG, RATINGS, ratings::lag);
        MovieController controller = new MovieController(ratings, ratings::archive);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("movie-health", Map.of()), KAFKA_CHECK_INTERVAL);
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .waitsForNothing()
                .component(new Part(kafka.name(), kafka::start, kafka::checkOfReader, kafka))
                .component(new Part(
                        "metadata-view",
                        metadata.view()::start,
                        () -> ViewChecks.of(metadata.view().status()),
                        metadata))
                .component(ratings)
                .check("read-gate", () -> CheckResult.degradedIf(ratings.whyTooOld()))
                .age(ratings::age)
                .routes(new MovieHttpHandler(controller)::register)
                .grpcService(new MovieGrpcHandler(controller))
                .grpcService(new RatingsDump(ratings::copy))
                .grpcService(new OperatorGrpcHandler(setup.name(), () -> describe(metadata, ratings)))
                .build();
    }

    private static List<ViewDescription> describe(MetadataView metadata, ServedGenerations ratings) {
        return Stream.concat(Stream.of(metadata.describe()), ratings.describe().stream())
                .toList();
    }
}
