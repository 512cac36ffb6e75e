package com.movieexample.testkit.consul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What is registered, how it fares, and when that last changed. Thread-safe. */
final class Catalog {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NODE = "stand-in";

    /** @param index of the last change */
    record Found(ArrayNode entries, long index) {}

    private static final class Registered {
        private final ServiceDefinition definition;
        private String status;
        private String output = "";
        private Optional<Long> criticalAt = Optional.empty();

        private Registered(ServiceDefinition definition) {
            this.definition = definition;
            this.status = definition.firstStatus();
        }
    }

    private final Map<String, Registered> byId = new TreeMap<>();
    private final Map<String, Long> changes = new HashMap<>();
    private long index = 1;

    synchronized void register(ServiceDefinition definition) throws Refusal {
        Registered registered = new Registered(definition);
        Registered before = byId.put(definition.id(), registered);
        if (before != null && !before.definition.name().equals(definition.name())) {
            changed(before.definition.name());
        }
        heard(registered);
        changed(definition.name());
    }

    synchronized void deregister(String id) throws Refusal {
        Registered removed = byId.remove(id);
        if (removed == null) {
            throw new Refusal(
                    404,
                    "Unknown service ID \"" + id + "\". Ensure that the service ID is passed, not the service name.");
        }
        changed(removed.definition.name());
    }

    synchronized void report(String checkId, String status, String note) throws Refusal {
        Registered registered = byId.values().stream()
                .filter(one -> one.definition.checkId().filter(checkId::equals).isPresent())
                .findFirst()
                .orElse(null);
        if (registered == null) {
            throw new Refusal(
                    404,
                    "Unknown check ID \"" + checkId + "\". Ensure that the check ID is passed, not the check name.");
        }
        // A note alone is no change: Consul passes it on later.
        boolean isNew = !registered.status.equals(status);
        registered.status = status;
        registered.output = note;
        heard(registered);
        if (isNew) {
            changed(registered.definition.name());
        }
    }

    private void heard(Registered registered) throws Refusal {
        registered.criticalAt = registered.definition.ttl().map(ttl -> System.nanoTime() + ttl.toNanos());
    }

    synchronized void forget() {
        byId.values().forEach(registered -> changed(registered.definition.name()));
        byId.clear();
    }

    private void changed(String service) {
        changes.put(service, ++index);
        notifyAll();
    }

    /** Returns after a change, or when the time is over. */
    synchronized void awaitChange(String service, long known, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            expire();
            while (lastChange(service) <= known && System.nanoTime() < deadline) {
                long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(deadline, nextExpiry()) - System.nanoTime());
                wait(Math.max(1, millis));
                expire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long lastChange(String service) {
        return changes.getOrDefault(service, 1L);
    }

    private long nextExpiry() {
        return byId.values().stream()
                .filter(registered -> !registered.status.equals("critical"))
                .flatMap(registered -> registered.criticalAt.stream())
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
    }

    private void expire() {
        for (Registered registered : byId.values()) {
            boolean isLate =
                    registered.criticalAt.filter(at -> at <= System.nanoTime()).isPresent();
            if (isLate && !registered.status.equals("critical")) {
                registered.status = "critical";
                registered.output = "TTL expired";
                changed(registered.definition.name());
            }
        }
    }

    synchronized Found health(String service, boolean passing) {
        expire();
        ArrayNode entries = NODES.arrayNode();
        byId.values().stream()
                .filter(registered -> registered.definition.name().equals(service))
                .filter(registered -> !passing || registered.status.equals("passing"))
                .forEach(registered -> entries.add(entry(registered)));
        return new Found(entries, lastChange(service));
    }

    private static ObjectNode entry(Registered registered) {
        ServiceDefinition definition = registered.definition;
        ObjectNode entry = NODES.objectNode();
        entry.putObject("Node").put("Node", NODE).put("Address", "127.0.0.1").put("Datacenter", "dc1");
        entry.putObject("Service")
                .put("ID", definition.id())
                .put("Service", definition.name())
                .put("Address", definition.body().path("Address").asText())
                .put("Port", definition.body().path("Port").asInt())
                .<ObjectNode>set("Tags", definition.body().path("Tags"))
                .<ObjectNode>set("Meta", definition.body().path("Meta"))
                .set("Weights", weights(definition));
        ArrayNode checks = entry.putArray("Checks");
        checks.addObject().put("Node", NODE).put("CheckID", "serfHealth").put("Status", "passing");
        definition
                .checkId()
                .ifPresent(id -> checks.addObject()
                        .put("Node", NODE)
                        .put("CheckID", id)
                        .put("Status", registered.status)
                        .put("Output", registered.output)
                        .put("ServiceID", definition.id())
                        .put("ServiceName", definition.name()));
        return entry;
    }

    private static ObjectNode weights(ServiceDefinition definition) {
        JsonNode given = definition.body().path("Weights");
        return NODES.objectNode()
                .put("Passing", given.path("Passing").asInt(1))
                .put("Warning", given.path("Warning").asInt(1));
    }

    synchronized ObjectNode services() {
        ObjectNode services = NODES.objectNode();
        services.putArray("consul");
        byId.values()
                .forEach(registered -> services.set(
                        registered.definition.name(),
                        registered.definition.body().path("Tags")));
        return services;
    }
}
