package com.movieexample.runtime.process;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.admission.Admission;
import com.movieexample.runtime.admission.AdmissionInterceptor;
import com.movieexample.runtime.admission.Refusals;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.grpc.GrpcServer;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.health.Health;
import com.movieexample.runtime.health.HealthRoutes;
import com.movieexample.runtime.http.HttpServer;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.lifecycle.Lifecycle;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.openapi.ApiDocument;
import com.movieexample.runtime.openapi.ApiRoutes;
import com.movieexample.runtime.operations.OperatorGrpcHandler;
import com.movieexample.runtime.positions.PositionInterceptor;
import com.movieexample.runtime.requests.RequestIdInterceptor;
import com.movieexample.runtime.tracing.Tracing;
import io.grpc.BindableService;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One service with all that belongs to it. It starts its components, then the gRPC and the HTTP server, then says that
 * it is ready and registers; it stops the other way round. It owns everything it was given but the registry. Several may
 * run in one JVM. Thread-safe.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    /** How long each component may take to close. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    private final Builder options;
    private final HttpServer http;
    private final GrpcServer grpc;
    private final Lifecycle lifecycle;

    private ServiceProcess(Builder options) {
        this.options = options;
        Exposure exposure = options.setup.exposure();
        Admission admission = new Admission(exposure.access(), exposure.limits());
        admission.bindTo(options.metrics.registry());
        Refusals refusals = new Refusals(options.metrics.registry());
        http = options.newHttpServer(admission, refusals);
        grpc = options.newGrpcServer(admission, refusals);
        lifecycle = new Lifecycle(name(), steps(), CLOSE_LIMIT.plus(options.setup.stopPause()));
        options.bindMetrics();
    }

    public static Builder builder(ServiceSetup setup) {
        return new Builder(setup);
    }

    /** Collects what the service consists of. Not thread-safe; builds one process. */
    public static final class Builder {
        private final ServiceSetup setup;
        private final List<Component> components = new ArrayList<>();
        private final List<Component> streams = new ArrayList<>();
        private final List<Consumer<RoutesConfig>> routes = new ArrayList<>();
        private final List<BindableService> grpcServices = new ArrayList<>();
        private final Health health = new Health();
        private Metrics metrics;
        private boolean waitsForNothing;
        private boolean grpcFirst;
        private Supplier<Duration> age = () -> Duration.ZERO;
        private boolean ages;
        private Tracing tracing = Tracing.OFF;
        private boolean hasViews;
        private Supplier<List<ViewDescription>> views = List::of;

        private Builder(ServiceSetup setup) {
            this.setup = setup;
            this.metrics = new Metrics(setup.name());
            setup.exposure().keys().ifPresent(this::component);
        }

        /** Started in the order in which they were added, each with its own check under its own name. */
        public Builder component(Component component) {
            components.add(component);
            health.check(component.name(), component::check);
            return this;
        }

        /** Started after the servers and closed before them, which would wait for the answers that it keeps open. */
        public Builder streams(Component component) {
            streams.add(component);
            health.check(component.name(), component::check);
            return this;
        }

        public Builder routes(Consumer<RoutesConfig> more) {
            routes.add(more);
            return this;
        }

        /**
         * Serves the description of its HTTP API at {@code /openapi.json}, and a page that shows it at {@code /docs}.
         *
         * @param resource of the class path: an OpenAPI document as YAML, without what every service has in common
         */
        public Builder api(String resource) {
            return routes(new ApiRoutes(() -> ApiDocument.of(resource, setup.version())));
        }

        public Builder grpcService(BindableService service) {
            grpcServices.add(service);
            return this;
        }

        public Builder check(String checkName, Supplier<CheckResult> check) {
            health.check(checkName, check);
            return this;
        }

        /** Says that no unary gRPC call of it waits for anything but its own stores. */
        public Builder waitsForNothing() {
            waitsForNothing = true;
            return this;
        }

        /**
         * Starts the gRPC server before the components and closes it after them: for a service whose instances ask each
         * other, and must know their own address before they work. A call that comes too early is refused by the service.
         */
        public Builder grpcFirst() {
            grpcFirst = true;
            return this;
        }

        /** Says how far behind the log its answers are; the registry lowers its weight by it. */
        public Builder age(Supplier<Duration> ofAnswers) {
            age = ofAnswers;
            ages = true;
            return this;
        }

        /** Says how each view fares and how far it is; operators are told, and Prometheus. */
        public Builder views(Supplier<List<ViewDescription>> described) {
            views = described;
            hasViews = true;
            return this;
        }

        /** In place of metrics of its own, for components that need them before the process is built. */
        public Builder metrics(Metrics serviceMetrics) {
            metrics = serviceMetrics;
            return this;
        }

        /** Off if not set; owned from now on. */
        public Builder tracing(Tracing ofService) {
            tracing = ofService;
            return this;
        }

        public ServiceProcess build() {
            return new ServiceProcess(this);
        }

        private void bindMetrics() {
            metrics.health(health);
            if (hasViews) {
                metrics.views(views);
            }
            if (ages) {
                metrics.age(age);
            }
        }

        private HttpServer newHttpServer(Admission admission, Refusals refusals) {
            HttpServer.Builder server = HttpServer.builder(
                            setup.host(), setup.http().number())
                    .portOption(setup.http().option())
                    .admission(admission, refusals)
                    .tls(setup.exposure().tls())
                    .origins(setup.exposure().origins())
                    .service(setup.name())
                    .tracing(tracing)
                    .observer(metrics.httpObserver())
                    .routes(new HealthRoutes(health))
                    .routes(metrics.routes());
            routes.forEach(server::routes);
            return server.build();
        }

        private GrpcServer newGrpcServer(Admission admission, Refusals refusals) {
            GrpcServer.Builder server = GrpcServer.builder(
                            setup.host(), setup.grpc().number())
                    .portOption(setup.grpc().option())
                    .health(health)
                    .tls(setup.exposure().tls())
                    .maxMessageBytes(admission.limits().bodyBytes())
                    .interceptor(new RequestIdInterceptor(setup.name()))
                    .interceptor(tracing.serverInterceptor())
                    .interceptor(metrics.grpcInterceptor())
                    .interceptor(new AdmissionInterceptor(admission, refusals))
                    .interceptor(new PositionInterceptor());
            grpcServices.forEach(server::service);
            server.service(new OperatorGrpcHandler(setup.name(), views));
            if (waitsForNothing) {
                server.answersWhereCallsArrive();
            }
            return server.build();
        }
    }

    private List<Component> steps() {
        List<Component> steps = new ArrayList<>();
        steps.add(options.metrics);
        if (options.tracing.isOn()) {
            steps.add(options.tracing);
        }
        if (options.grpcFirst) {
            steps.add(grpc);
        }
        steps.addAll(options.components);
        if (!options.grpcFirst) {
            steps.add(grpc);
        }
        steps.add(http);
        steps.addAll(options.streams);
        ServiceSetup setup = options.setup;
        steps.add(new Announcement(options.health, setup.registry(), this::instance, options.age, setup.stopPause()));
        return steps;
    }

    private ServiceInstance instance() {
        String host = advertisedHost();
        String id = name() + "@" + host + ":" + grpcPort();
        return new ServiceInstance(name(), id, host, httpPort(), grpcPort(), options.setup.version());
    }

    /** Once only. When it throws, everything that had been started is closed again. */
    public void start() throws Exception {
        lifecycle.start();
        LOG.info("{} listens: HTTP port {}, gRPC port {}", name(), httpPort(), grpcPort());
    }

    /** Idempotent; see {@link Lifecycle#close()}. */
    @Override
    public void close() {
        lifecycle.close();
    }

    public String name() {
        return options.setup.name();
    }

    /** The host that others reach it by. */
    public String advertisedHost() {
        return AdvertisedHost.of(options.setup.advertisedHost(), options.setup.host());
    }

    /** Only while it runs. */
    public int httpPort() {
        return http.port();
    }

    /** Only while it runs. */
    public int grpcPort() {
        return grpc.port();
    }

    /** As {@code GET /v1/movies/{id}}; only while it runs. */
    public Set<String> httpRoutes() {
        return http.routes();
    }

    public Health health() {
        return options.health;
    }

    public MeterRegistry meters() {
        return options.metrics.registry();
    }
}
