package com.movieexample.metadata;

import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.kafka.KafkaCheck;
import com.movieexample.runtime.lifecycle.Part;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.ViewStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The metadata-service, put together. */
public final class MetadataService {
    private static final String VIEW = "movie-metadata";
    private static final Duration KAFKA_CHECK_INTERVAL = Duration.ofSeconds(2);

    private MetadataService() {}

    /**
     * Not started yet.
     *
     * @param folder holds its view
     * @param memory of its view's store; not owned
     * @param bounds of its reads
     */
    public static ServiceProcess create(
            MarqueeLog log, Path folder, RocksMemory memory, ReadBounds bounds, ServiceSetup setup) {
        KafkaCheck kafka = new KafkaCheck(log.clients().settings("metadata-health", Map.of()), KAFKA_CHECK_INTERVAL);
        TopicWriter<Metadata> topic = new TopicWriter<>(
                log.clients(), "metadata-service", log.topics().movieMetadata(), kafka::away);
        Metrics metrics = new Metrics(setup.name());
        MetadataView view = new MetadataView(log, folder.resolve(VIEW), memory, metrics.kafkaConsumers(VIEW));
        metrics.lag(VIEW, view.view()::lag);
        ReadGate gate = gate(log, view, bounds);
        MetadataController controller =
                new MetadataController(new MetadataRepository(topic, view, gate, log.topics()), gate);
        metrics.bindKafkaClient("metadata-writer", topic.producer());
        return ServiceProcess.builder(setup)
                .metrics(metrics)
                .tracing(Tracing.of(setup.name(), setup.traces()))
                .component(kafka)
                .component(Part.running("metadata-writer", topic))
                .component(new Part(
                        "metadata-view",
                        view.view()::start,
                        () -> check(view.view().status()),
                        view))
                .component(new Part("read-gate", gate::start, () -> CheckResult.degradedIf(gate.whyTooOld()), gate))
                .age(gate::age)
                .api("/com/movieexample/metadata/openapi.yaml")
                .routes(new MetadataHttpHandler(controller)::register)
                .grpcService(new MetadataGrpcHandler(controller))
                .views(() -> List.of(view.describe()))
                .build();
    }

    private static ReadGate gate(MarqueeLog log, MetadataView view, ReadBounds bounds) {
        TopicDefinition<?, ?> topic = log.topics().movieMetadata();
        return new ReadGate(
                log.topics(),
                Map.of(topic.name(), view.view().progress()),
                new LogEnds(log.clients(), "metadata-log-ends", List.of(topic)),
                bounds);
    }

    private static CheckResult check(ViewStatus status) {
        return switch (status.state()) {
            case LIVE -> CheckResult.ok();
            case STALLED -> CheckResult.degraded(status.detail());
            case WAITING, RESTORING -> CheckResult.failing(status.detail());
            case FAILED -> CheckResult.dead(status.detail());
        };
    }
}
