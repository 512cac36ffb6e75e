package com.movieexample.runtime.http;

import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.tls.PemFiles;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Javalin, and Jetty below it, to what a service here needs. */
final class JettySetup {
    /** Ids hold slashes, percent signs, backslashes and dots. Javalin routes by the raw path, so nothing is ambiguous. */
    private static final UriCompliance ANY_ID = UriCompliance.DEFAULT.with(
            "any-id",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private static final String EVENT_STREAM = "text/event-stream;charset=utf-8";
    private static final int MIN_THREADS = 4;
    private static final int IDLE_THREAD_MS = 60_000;
    private static final int CROWDED_IDLE_MS = 1_000;
    /** Kept-alive connections without a request don't hold up a stop. */
    private static final int SHUTDOWN_IDLE_MS = 50;

    private final HttpServer.Builder options;
    private final Json json = new Json();

    JettySetup(HttpServer.Builder options) {
        this.options = options;
    }

    void apply(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = options.admission.limits().bodyBytes();
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJson(json));
        config.requestLogger.http((context, milliseconds) -> observe(context, milliseconds));
        setUpJetty(config.jetty);
        new ErrorRoutes(json).addTo(config);
        options.configurations.forEach(configuration -> configuration.accept(config));
    }

    private void setUpJetty(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(options.maxThreads, MIN_THREADS, IDLE_THREAD_MS);
        threads.setName("http");
        jetty.threadPool = threads;
        jetty.addConnector(this::connector);
        jetty.modifyServletContextHandler(handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        jetty.modifyServer(this::setUpServer);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        http.setUriCompliance(ANY_ID);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.addCustomizer(new NoMethodOverride());
        http.setUseInputDirectByteBuffers(false);
        // One acceptor and one selector: several services share this machine, often this process.
        ServerConnector connector =
                new ServerConnector(server, null, null, new RequestBuffers(), 1, 1, connections(http));
        connector.setHost(options.host);
        connector.setPort(options.port);
        connector.setIdleTimeout(limits().idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MS);
        NetworkConnectionLimit most = new NetworkConnectionLimit(limits().connections(), connector);
        // While there are too many, whoever says nothing makes room for those who wait to be let in.
        most.setEndPointIdleTimeout(CROWDED_IDLE_MS);
        server.addBean(most);
        return connector;
    }

    private ConnectionFactory[] connections(HttpConfiguration http) {
        HttpConnectionFactory clear = new HttpConnectionFactory(http);
        if (options.tls.isEmpty()) {
            return new ConnectionFactory[] {clear};
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(options.tls.get().store());
        tls.setKeyStorePassword(new String(PemFiles.NO_PASSWORD));
        return new ConnectionFactory[] {new SslConnectionFactory(tls, clear.getProtocol()), clear};
    }

    private Limits limits() {
        return options.admission.limits();
    }

    private void setUpServer(Server server) {
        server.setErrorHandler(new JettyProblems(json));
        server.setStopTimeout(options.stopTimeout.toMillis());
        // Each is put before the ones above it.
        if (options.tracing.isOn()) {
            server.insertHandler(new TracingHandler(options.tracing.tracer()));
        }
        server.insertHandler(new RequestScopeHandler(options.service));
        server.insertHandler(new WholeBodyHandler(limits()));
        CrossOrigins origins = new CrossOrigins(options.origins);
        server.insertHandler(
                new AdmissionHandler(options.admission, origins, options.refusals, options.observer, json));
        if (origins.areAllowed()) {
            server.insertHandler(origins.handler());
        }
        server.insertHandler(new RequestIdHandler());
        server.insertHandler(new GracefulHandler());
    }

    private void observe(Context context, float milliseconds) {
        String route = Optional.ofNullable(context.endpoints().lastHttpEndpoint())
                .map(JettySetup::template)
                .orElse("none");
        // How long somebody watched says nothing of the service.
        boolean stream = EVENT_STREAM.equals(context.res().getContentType());
        Duration took = stream ? Duration.ZERO : Duration.ofNanos((long) (milliseconds * 1_000_000));
        if (options.tracing.isOn()) {
            TracingHandler.name(context, route);
        }
        options.observer.answered(context.method().name(), route, context.statusCode(), took);
    }

    private static String template(Endpoint endpoint) {
        return endpoint.path;
    }
}
