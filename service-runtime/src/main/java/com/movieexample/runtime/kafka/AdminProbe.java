package com.movieexample.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks for the cluster's id. */
final class AdminProbe implements ClusterProbe {
    private final Map<String, Object> settings;
    private final Duration timeout;
    private AdminClient admin;

    AdminProbe(Map<String, ?> clientSettings, Duration timeout) {
        this.timeout = timeout;
        int milliseconds = Math.toIntExact(timeout.toMillis());
        settings = new HashMap<>(clientSettings);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds);
    }

    @Override
    public String ask() throws Exception {
        if (admin == null) {
            // Not earlier: it fails on hosts that can't be looked up, and they may be known later.
            admin = AdminClient.create(settings);
        }
        try {
            return admin.describeCluster(new DescribeClusterOptions().timeoutMs(Math.toIntExact(timeout.toMillis())))
                    .clusterId()
                    .get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer from " + brokers() + " within " + timeout.toMillis() + " ms", e);
        }
    }

    private Object brokers() {
        return settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(timeout);
        }
    }
}
