package com.movieexample.runtime.discovery.consul;

import com.ecwid.consul.transport.TransportException;
import com.ecwid.consul.v1.ConsulClient;
import com.ecwid.consul.v1.ConsulRawClient;
import com.ecwid.consul.v1.OperationException;
import com.ecwid.consul.v1.QueryParams;
import com.ecwid.consul.v1.Response;
import com.ecwid.consul.v1.health.HealthServicesRequest;
import com.ecwid.consul.v1.health.model.HealthService;
import com.movieexample.runtime.discovery.RegisteredInstance;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.health.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicHeader;
import org.apache.http.ssl.SSLContexts;

/** The requests to an agent that are made here. Each ends within its time. Thread-safe. */
final class ConsulAgent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How long a blocking query may wait for a change. A watch that is closed may be noticed only then. */
    static final Duration WAIT = Duration.ofSeconds(20);

    /** Consul adds up to a sixteenth to a wait. */
    private static final Duration BLOCKING_PATIENCE =
            WAIT.plus(WAIT.dividedBy(16)).plus(PATIENCE);

    /** A blocking query holds one for each watch. */
    private static final int CONNECTIONS = 64;

    /** @param index what a blocking query goes on from */
    record Answer(List<ServiceInstance> instances, long index) {}

    private final CloseableHttpClient quick;
    private final CloseableHttpClient patient;
    private final ConsulClient requests;
    private final ConsulClient blockingQueries;

    ConsulAgent(ConsulAddress address) {
        quick = http(address, PATIENCE);
        patient = http(address, BLOCKING_PATIENCE);
        requests = client(address, quick);
        blockingQueries = client(address, patient);
    }

    private static ConsulClient client(ConsulAddress address, CloseableHttpClient http) {
        String host = address.agent().getScheme() + "://" + address.agent().getHost();
        return new ConsulClient(new ConsulRawClient(http, host, address.agent().getPort(), ""));
    }

    private static CloseableHttpClient http(ConsulAddress address, Duration patience) {
        HttpClientBuilder http = HttpClients.custom()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        .setConnectionRequestTimeout((int) PATIENCE.toMillis())
                        .setSocketTimeout((int) patience.toMillis())
                        .build());
        // A header, since addresses end up in logs. (The library would put it into the address.)
        address.token().ifPresent(token -> http.setDefaultHeaders(List.of(new BasicHeader("X-Consul-Token", token))));
        if (address.agent().getScheme().equals("https")) {
            secure(http, address.tls());
        }
        return http.build();
    }

    private static void secure(HttpClientBuilder http, ConsulTls tls) {
        http.setSSLContext(tls.verified() ? tls.context() : trustingAll())
                .setSSLHostnameVerifier(tls.verified() ? new DefaultHostnameVerifier() : NoopHostnameVerifier.INSTANCE);
    }

    private static SSLContext trustingAll() {
        try {
            return SSLContexts.custom()
                    .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void register(ServiceInstance instance, CheckResult health, int weight) throws ConsulException {
        ask(() -> requests.agentServiceRegister(ConsulServices.entry(instance, health, weight)));
    }

    /** Keeps the instance's entry alive for another {@link ConsulServices#TTL}. */
    void report(ServiceInstance instance, CheckResult health) throws ConsulException {
        String check = ConsulServices.checkPath(instance);
        String note = health.detail();
        ask(() -> switch (health.status()) {
            case OK -> requests.agentCheckPass(check, note);
            case DEGRADED -> requests.agentCheckWarn(check, note);
            case FAILING, DEAD -> requests.agentCheckFail(check, note);
        });
    }

    void deregister(ServiceInstance instance) throws ConsulException {
        ask(() -> requests.agentServiceDeregister(ConsulServices.path(instance.id())));
    }

    /** All instances, by their ids. */
    List<RegisteredInstance> registered(String service) throws ConsulException {
        Response<List<HealthService>> response =
                ask(() -> requests.getHealthServices(service, query(new QueryParams(-1, -1))));
        return ConsulServices.registered(response.getValue());
    }

    /** Those that can answer, once they are others than {@code index} stands for, or after {@link #WAIT}. */
    Answer usableAfter(String service, long index) throws ConsulException {
        Response<List<HealthService>> response =
                ask(() -> blockingQueries.getHealthServices(service, query(new QueryParams(WAIT.toSeconds(), index))));
        Long reached = response.getConsulIndex();
        return new Answer(
                ConsulServices.usable(ConsulServices.registered(response.getValue())), reached == null ? 0 : reached);
    }

    /** Also those with warnings, which can answer. */
    private static HealthServicesRequest query(QueryParams parameters) {
        return HealthServicesRequest.newBuilder()
                .setPassing(false)
                .setQueryParams(parameters)
                .build();
    }

    private static <T> T ask(Supplier<T> request) throws ConsulException {
        try {
            return request.get();
        } catch (OperationException e) {
            String reason = e.getStatusContent().isBlank() ? e.getStatusMessage() : e.getStatusContent();
            // Older ones say 500 of a check that they don't know.
            boolean unknown = e.getStatusCode() == 404 || e.getStatusCode() == 500;
            throw new ConsulException("Consul refused with " + e.getStatusCode() + ": " + reason.strip(), unknown, e);
        } catch (TransportException e) {
            throw new ConsulException("Consul does not answer: " + e.getCause().getMessage(), false, e);
        } catch (RuntimeException e) {
            throw new ConsulException("Consul's answer can't be read: " + e.getMessage(), false, e);
        }
    }

    /** Ends requests that are under way. */
    @Override
    public void close() {
        try (quick;
                patient) {
            // Both are closed, whatever the first one throws.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
