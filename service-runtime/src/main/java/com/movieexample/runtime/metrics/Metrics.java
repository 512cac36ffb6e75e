package com.movieexample.runtime.metrics;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.health.Health;
import com.movieexample.runtime.http.HttpObserver;
import com.movieexample.runtime.lifecycle.Component;
import io.grpc.ServerInterceptor;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.grpc.MetricCollectingServerInterceptor;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of one service, each tagged with its name. Thread-safe; owns its registry and its binders. */
public final class Metrics implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new ConventionalRegistry(), Clock.SYSTEM);
    /** By the part of the service that they belong to, since a part may be made anew. */
    private final Map<String, AutoCloseable> binders = new ConcurrentHashMap<>();

    /** The registry finds a timer by making its tags anew, for every request. */
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();

    /** As many kinds as there are routes, methods and statuses. */
    private record Request(String method, String route, int status) {
        private Request {
            method = METHODS.contains(method) ? method : "other";
        }
    }

    private final String service;

    /** With the meters of this JVM: memory, garbage collection, threads, processor. */
    public Metrics(String service) {
        this.service = service;
        registry.config()
                // Kafka shows these only of the first client of its name in a JVM.
                .meterFilter(MeterFilter.denyNameStartsWith("kafka.app."))
                // Before the tags: the labels of gRPC would hide that of the service.
                .meterFilter(new ServerMeters())
                .commonTags("service", service);
        bindJvm();
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    private void bindJvm() {
        JvmGcMetrics collections = new JvmGcMetrics();
        bind("gc", collections, collections);
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Takes each consumer of a part as it is made, and shows Kafka's own metrics of it in place of the one before. */
    public <T extends org.apache.kafka.clients.consumer.Consumer<?, ?>> Consumer<T> kafkaConsumers(String part) {
        return consumer -> {
            KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
            bind(part, metrics, metrics);
        };
    }

    /** Kafka's own metrics of a producer. */
    public void bindKafkaClient(String part, Producer<?, ?> producer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
        bind(part, metrics, metrics);
    }

    /** As {@link #kafkaConsumers}, for applications of Kafka Streams and their clients. */
    public Consumer<KafkaStreams> kafkaStreams(String part) {
        return streams -> {
            KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
            bind(part, metrics, metrics);
        };
    }

    /** Shows a part no longer, which has ended for good. */
    public void forget(String part) {
        AutoCloseable binder = binders.remove(part);
        if (binder != null) {
            close(part, binder);
        }
    }

    private void bind(String part, MeterBinder binder, AutoCloseable owner) {
        AutoCloseable earlier = binders.put(part, owner);
        if (earlier != null) {
            close(part, earlier);
        }
        binder.bindTo(registry);
    }

    /**
     * How many records of its topic a view lacks.
     *
     * @param lag asked when somebody reads the metrics; not a number while it is not known
     */
    public void lag(String view, Supplier<Number> lag) {
        Gauge.builder("marquee.view.lag", lag)
                .description("Records of its topic that the view has not read yet")
                .tag("view", view)
                .register(registry);
    }

    /** How far behind the log answers are; asked when somebody reads the metrics. */
    public void age(Supplier<Duration> ofAnswers) {
        Gauge.builder("marquee.answer.age", ofAnswers, age -> age.get().toNanos() / 1e9)
                .description("How long ago the views that this process answers from had all of the log")
                .baseUnit("seconds")
                .register(registry);
    }

    /** How each view fares, and how far it is. */
    public void views(Supplier<List<ViewDescription>> views) {
        registry.getPrometheusRegistry().register(new ViewMetrics(service, views));
    }

    /** What each check finds. */
    public void health(Health health) {
        registry.getPrometheusRegistry().register(new HealthMetrics(service, health));
    }

    /** {@code /metrics}, in the text format of Prometheus. */
    public Consumer<RoutesConfig> routes() {
        return routes -> routes.get(
                "/metrics", context -> context.contentType(TEXT_FORMAT).result(registry.scrape(TEXT_FORMAT)));
    }

    /** Times requests by route template, never by path: that would be a time series for each id. */
    public HttpObserver httpObserver() {
        return this::answered;
    }

    private void answered(String method, String route, int status, Duration took) {
        requests.computeIfAbsent(new Request(method, route, status), this::timer)
                .record(took);
    }

    private Timer timer(Request request) {
        return Timer.builder(ServerMeters.HTTP)
                .description("Time from a request to the end of its answer")
                .tag("method", request.method)
                .tag("route", request.route)
                .tag("status", Integer.toString(request.status))
                .register(registry);
    }

    /** Times and counts calls by service, method and status. */
    public ServerInterceptor grpcInterceptor() {
        return new MetricCollectingServerInterceptor(registry);
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void start() {}

    @Override
    public void close() {
        binders.forEach(Metrics::close);
        binders.clear();
        registry.close();
    }

    private static void close(String part, AutoCloseable binder) {
        try {
            binder.close();
        } catch (Exception e) {
            LOG.warn("could not stop the metrics of {}", part, e);
        }
    }
}
