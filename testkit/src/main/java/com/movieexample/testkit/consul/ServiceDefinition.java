package com.movieexample.testkit.consul;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent is given to register, with one check at most.
 *
 * @param body as it came, in Consul's own field names
 */
record ServiceDefinition(JsonNode body) {
    private static final Set<String> FIELDS = Set.of(
            "ID",
            "Name",
            "Tags",
            "Address",
            "TaggedAddresses",
            "Meta",
            "Port",
            "Check",
            "EnableTagOverride",
            "Weights");
    private static final Set<String> CHECK_FIELDS = Set.of(
            "CheckID",
            "Name",
            "Notes",
            "Status",
            "TTL",
            "HTTP",
            "Method",
            "Header",
            "Interval",
            "Timeout",
            "TCP",
            "GRPC",
            "GRPCUseTLS",
            "TLSSkipVerify",
            "DeregisterCriticalServiceAfter");
    private static final Set<String> WEIGHTS = Set.of("Passing", "Warning");
    private static final int LARGEST_WEIGHT = 65_535;
    private static final Set<String> STATUS = Set.of("passing", "warning", "critical");
    private static final Pattern DURATION = Pattern.compile("([0-9]+)(s|m|h)");

    /** @throws Refusal for a field that Consul's documentation does not have, or a value that it refuses */
    static ServiceDefinition of(JsonNode body) throws Refusal {
        requireKnown(body, FIELDS, "");
        if (body.path("Name").asText().isEmpty()) {
            throw new Refusal(400, "Missing service name");
        }
        JsonNode check = body.path("Check");
        requireKnown(check, CHECK_FIELDS, "Check.");
        if (check.has("Status") && !STATUS.contains(check.get("Status").asText())) {
            throw new Refusal(
                    400, "Invalid check status: " + check.get("Status").asText());
        }
        requireWeights(body.path("Weights"));
        ServiceDefinition definition = new ServiceDefinition(body);
        definition.duration("TTL");
        definition.duration("DeregisterCriticalServiceAfter");
        return definition;
    }

    private static void requireWeights(JsonNode weights) throws Refusal {
        requireKnown(weights, WEIGHTS, "Weights.");
        for (JsonNode weight : weights) {
            if (!weight.isInt() || weight.asInt() < 1 || weight.asInt() > LARGEST_WEIGHT) {
                throw new Refusal(400, "Invalid service weight: " + weight);
            }
        }
    }

    private static void requireKnown(JsonNode object, Set<String> known, String where) throws Refusal {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Refusal(400, "Request decode error: invalid config key \"" + where + name + "\"");
            }
        }
    }

    String name() {
        return body.get("Name").asText();
    }

    String id() {
        return body.path("ID").asText(name());
    }

    /** As Consul names the only check of a service. */
    Optional<String> checkId() {
        return body.has("Check")
                ? Optional.of(body.get("Check").path("CheckID").asText("service:" + id()))
                : Optional.empty();
    }

    String firstStatus() {
        return body.path("Check").path("Status").asText("critical");
    }

    Optional<Duration> ttl() throws Refusal {
        return duration("TTL");
    }

    private Optional<Duration> duration(String field) throws Refusal {
        JsonNode value = body.path("Check").path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(value.asText());
        if (!matcher.matches()) {
            throw new Refusal(400, "Request decode error: invalid duration \"" + value.asText() + "\" in " + field);
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }
}
