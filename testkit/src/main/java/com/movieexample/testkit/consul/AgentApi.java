package com.movieexample.testkit.consul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests and their answers. */
final class AgentApi implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGISTER = "/v1/agent/service/register";
    private static final Pattern DEREGISTER = Pattern.compile("/v1/agent/service/deregister/([^/]+)");
    private static final Pattern CHECK = Pattern.compile("/v1/agent/check/(pass|warn|fail)/([^/]+)");
    private static final Pattern HEALTH = Pattern.compile("/v1/health/service/([^/]+)");
    private static final String SERVICES = "/v1/catalog/services";
    private static final Set<String> READ_PARAMETERS =
            Set.of("passing", "index", "wait", "dc", "near", "tag", "filter");
    private static final Pattern WAIT = Pattern.compile("([0-9]+)(ms|s|m)");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Map<String, String> STATUS = Map.of("pass", "passing", "warn", "warning", "fail", "critical");

    private final Catalog catalog;
    private final String token;

    AgentApi(Catalog catalog, String token) {
        this.catalog = catalog;
        this.token = token;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, 200, dispatch(exchange));
            } catch (Refusal refusal) {
                answer(exchange, refusal.status(), refusal.getMessage());
            }
        }
    }

    private String dispatch(HttpExchange exchange) throws Refusal, IOException {
        String path = exchange.getRequestURI().getRawPath();
        Map<String, String> query = query(exchange);
        requireToken(exchange, query);
        Matcher deregister = DEREGISTER.matcher(path);
        Matcher check = CHECK.matcher(path);
        Matcher health = HEALTH.matcher(path);
        if (path.equals(REGISTER)) {
            require(exchange, "PUT", query, Set.of("replace-existing-checks"));
            catalog.register(ServiceDefinition.of(body(exchange)));
            return "";
        } else if (deregister.matches()) {
            require(exchange, "PUT", query, Set.of());
            catalog.deregister(decoded(deregister.group(1)));
            return "";
        } else if (check.matches()) {
            require(exchange, "PUT", query, Set.of("note"));
            catalog.report(decoded(check.group(2)), STATUS.get(check.group(1)), query.getOrDefault("note", ""));
            return "";
        } else if (health.matches()) {
            require(exchange, "GET", query, READ_PARAMETERS);
            return health(exchange, decoded(health.group(1)), query);
        } else if (path.equals(SERVICES)) {
            require(exchange, "GET", query, READ_PARAMETERS);
            return catalog.services().toString();
        }
        throw new Refusal(404, "Invalid URL path: not a recognized HTTP API endpoint");
    }

    private String health(HttpExchange exchange, String service, Map<String, String> query) throws Refusal {
        long index = Long.parseUnsignedLong(query.getOrDefault("index", "0"));
        boolean passing = Boolean.parseBoolean(query.getOrDefault("passing", "false"));
        if (index > 0) {
            catalog.awaitChange(service, index, wait(query.getOrDefault("wait", "5m")));
        }
        Catalog.Found found = catalog.health(service, passing);
        exchange.getResponseHeaders().set("X-Consul-Index", Long.toUnsignedString(found.index()));
        exchange.getResponseHeaders().set("X-Consul-Knownleader", "true");
        exchange.getResponseHeaders().set("X-Consul-Lastcontact", "0");
        return found.entries().toString();
    }

    private static Duration wait(String text) throws Refusal {
        Matcher matcher = WAIT.matcher(text);
        if (!matcher.matches()) {
            throw new Refusal(400, "Invalid wait time");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration wait = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void requireToken(HttpExchange exchange, Map<String, String> query) throws Refusal {
        if (query.containsKey("token")) {
            throw new Refusal(400, "a token in the address ends up in logs; the header X-Consul-Token takes it");
        }
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Consul-Token"))
                .orElse("");
        if (!given.equals(token)) {
            throw new Refusal(403, "Permission denied");
        }
    }

    private static void require(HttpExchange exchange, String method, Map<String, String> query, Set<String> known)
            throws Refusal {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new Refusal(405, "method " + exchange.getRequestMethod() + " not allowed");
        }
        for (String parameter : query.keySet()) {
            if (!known.contains(parameter)) {
                throw new Refusal(400, "unknown query parameter " + parameter);
            }
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String parameter : raw.split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode body(HttpExchange exchange) throws Refusal {
        try {
            return JSON.readTree(exchange.getRequestBody());
        } catch (IOException e) {
            throw new Refusal(400, "Request decode error: " + e.getMessage());
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == 200 ? "application/json" : "text/plain");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
