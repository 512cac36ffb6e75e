package com.movieexample.ingester;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.ingester.deadletters.DeadLetterController;
import com.movieexample.ingester.deadletters.DeadLetterHttpHandler;
import com.movieexample.ingester.deadletters.DeadLetterMetrics;
import com.movieexample.ingester.deadletters.DeadLetterRepository;
import com.movieexample.ingester.explain.ExplanationController;
import com.movieexample.ingester.explain.ExplanationHttpHandler;
import com.movieexample.ingester.explain.ExplanationRepository;
import com.movieexample.ingester.router.EventRouter;
import com.movieexample.runtime.grpc.GrpcClients;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.generations.LiveGeneration;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rating-ingester, put together. */
public final class RatingIngester {
    private static final String AGGREGATOR = "rating-aggregator";
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private RatingIngester() {}

    /**
     * Not started yet.
     *
     * @param positionTimeout how long an aggregator waits for a position that a read must have seen
     */
    public static ServiceProcess create(MarqueeLog log, Duration positionTimeout, ServiceSetup setup) {
        Tracing tracing = Tracing.of(setup.name(), setup.traces());
        GrpcClients clients = new GrpcClients(setup.registry(), setup.exposure().tls(), tracing);
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("rating-health", Map.of()), KAFKA_CHECK_INTERVAL);
        TopicWriter<RatingEvent> ratings =
                new TopicWriter<>(log.clients(), "rating-ingester", log.topics().ratings(), kafka::away);
        RatingReadController reads = new RatingReadController(
                new AggregatorGateway(clients.channel(AGGREGATOR, AggregateServiceGrpc.SERVICE_NAME), positionTimeout),
                new Reach(log.topics().ratings().name()));
        LiveGeneration live = new LiveGeneration("rating-ingester", log);
        Metrics metrics = new Metrics(setup.name());
        RatingWriteController writes = new RatingWriteController(
                live::rules,
                TracedRatingLog.around(ratings, log.topics().ratings().name(), tracing),
                Clock.systemUTC(),
                new WriteMetrics(metrics.registry()));
        FoldCommits commits = new FoldCommits(log, live);
        VisibleWrites visible = new VisibleWrites(writes, commits, reads, live::rules, positionTimeout);
        metrics.bindKafkaClient("ratings-writer", ratings.producer());
        EventRouter router = new EventRouter(log, live::rules, metrics);
        DeadLetterRepository deadLetters = new DeadLetterRepository(log, live::rules, ratings, kafka::away);
        ExplanationRepository explanations = new ExplanationRepository(live, kafka::away);
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .tracing(tracing)
                .component(kafka)
                .component(Part.running("ratings-writer", ratings))
                .component(Part.running("dead-letters", deadLetters))
                .component(Part.running("explanations", explanations))
                .component(clients)
                .component(new Part("live-generation", live::start, CheckResult::ok, live))
                .component(new Part("fold-commits", commits::start, CheckResult::ok, commits))
                .component(router)
                .api("/com/movieexample/ingester/openapi.yaml")
                .routes(new RatingReadHttpHandler(reads)::register)
                .routes(new RatingWriteHttpHandler(writes, visible)::register)
                .routes(new RatingIntakeHttpHandler(writes)::register)
                .routes(new DeadLetterHttpHandler(
                        new DeadLetterController(deadLetters, new DeadLetterMetrics(metrics.registry())))::register)
                .routes(new ExplanationHttpHandler(new ExplanationController(explanations))::register)
                .grpcService(new RatingGrpcHandler(reads, writes, visible))
                .views(() -> List.of(router.describe()))
                .build();
    }
}
