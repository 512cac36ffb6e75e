package com.movieexample.runtime.http;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.admission.Admission;
import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.admission.Refusals;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.lifecycle.PortTakenException;
import com.movieexample.runtime.tls.TlsPair;
import com.movieexample.runtime.tracing.Tracing;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of one service. It owns its threads and its port. Handlers just throw; see {@link ErrorRoutes}.
 *
 * <p>Path parameters come decoded once, whatever they hold: {@code a%2Fb%2541} is {@code a/b%41}.
 */
public final class HttpServer implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Builder options;
    private Javalin javalin;

    private HttpServer(Builder options) {
        this.options = options;
    }

    /** @param port 0 picks a free one, see {@link #port()} */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** Collects what the server is to be. Not thread-safe. */
    public static final class Builder {
        final String host;
        final int port;
        final List<Consumer<JavalinConfig>> configurations = new ArrayList<>();
        String service = "";
        Tracing tracing = Tracing.OFF;
        String portOption = "--port";
        Admission admission = new Admission(Access.open(), Limits.DEFAULT);
        Refusals refusals = new Refusals(new SimpleMeterRegistry());
        Optional<TlsPair> tls = Optional.empty();
        Set<String> origins = Set.of();
        int maxThreads = 64;
        Duration stopTimeout = Duration.ofSeconds(3);
        HttpObserver observer = (method, route, status, took) -> {};

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** Whose server it is, for its log lines. */
        public Builder service(String name) {
            service = name;
            return this;
        }

        /** Off if not set; not owned. */
        public Builder tracing(Tracing ofService) {
            tracing = ofService;
            return this;
        }

        /** May be called several times. */
        public Builder routes(Consumer<RoutesConfig> routes) {
            return configure(config -> routes.accept(config.routes));
        }

        /** For what is no route, such as static files. */
        public Builder configure(Consumer<JavalinConfig> configuration) {
            configurations.add(configuration);
            return this;
        }

        /** What moves the server when its port is taken; {@code --port} if not set. */
        public Builder portOption(String option) {
            portOption = option;
            return this;
        }

        /** Who is let in with how much; anybody with the default limits if not set. */
        public Builder admission(Admission ofService, Refusals ofCallers) {
            admission = ofService;
            refusals = ofCallers;
            return this;
        }

        /** Whose pages may use it, each with its scheme; only its own if not set. */
        public Builder origins(Set<String> ofOtherSites) {
            origins = Set.copyOf(ofOtherSites);
            return this;
        }

        /** Speaks TLS only; in the clear if not set. */
        public Builder tls(Optional<TlsPair> pair) {
            tls = pair;
            return this;
        }

        /** At least 8; 64 if not set. */
        public Builder maxThreads(int threads) {
            maxThreads = threads;
            return this;
        }

        /** How long requests that are being answered may take when the server is closed; 3 s if not set. */
        public Builder stopTimeout(Duration timeout) {
            stopTimeout = timeout;
            return this;
        }

        public Builder observer(HttpObserver requestObserver) {
            observer = requestObserver;
            return this;
        }

        public HttpServer build() {
            return new HttpServer(this);
        }
    }

    @Override
    public String name() {
        return "http-server";
    }

    /** @throws PortTakenException if another server has the port */
    @Override
    public synchronized void start() {
        Javalin starting = Javalin.create(new JettySetup(options)::apply);
        try {
            starting.start();
        } catch (RuntimeException e) {
            starting.stop();
            throw PortTakenException.explain(options.host, options.port, options.portOption, e);
        }
        javalin = starting;
        LOG.debug("HTTP on http://{}:{}", options.host, port());
    }

    /** The port that it listens on; only while it runs. */
    public int port() {
        return running().port();
    }

    /** Methods and paths, as {@code GET /v1/movies/{id}}; only while it runs. */
    public Set<String> routes() {
        return running().unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private synchronized Javalin running() {
        if (javalin == null) {
            throw new IllegalStateException("the HTTP server is not running");
        }
        return javalin;
    }

    @Override
    public synchronized void close() {
        if (javalin != null) {
            try {
                javalin.stop();
            } catch (JavalinException e) {
                LOG.warn(
                        "some requests were cut off, they took longer than {} s to end",
                        options.stopTimeout.toSeconds());
                LOG.debug("the HTTP server stopped with", e);
            }
            javalin = null;
        }
    }
}
