package com.movieexample.runtime.discovery.consul;

import com.ecwid.consul.v1.agent.model.NewService;
import com.ecwid.consul.v1.health.model.Check;
import com.ecwid.consul.v1.health.model.HealthService;
import com.movieexample.runtime.discovery.RegisteredInstance;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.health.CheckResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an instance stands in Consul. */
final class ConsulServices {
    /** An instance that has not been heard of for so long is taken for dead. */
    static final Duration TTL = Duration.ofSeconds(15);

    /** Far above the longest restore, during which an instance is critical and not gone. */
    private static final String FORGET_AFTER = "24h";

    private static final String GRPC_PORT = "grpc-port";
    private static final String VERSION = "version";
    private static final String TAG = "marquee";
    private static final int FULL_WEIGHT = 100;

    private ConsulServices() {}

    /** What share of the requests an instance is to get; it loses half with the first second that it is behind. */
    static int weight(Duration age) {
        return (int) Math.max(1, FULL_WEIGHT / (1 + age.toSeconds()));
    }

    static NewService entry(ServiceInstance instance, CheckResult health, int weight) {
        NewService.Check check = new NewService.Check();
        check.setTtl(TTL.toSeconds() + "s");
        check.setStatus(status(health).name().toLowerCase(Locale.ROOT));
        check.setDeregisterCriticalServiceAfter(FORGET_AFTER);
        NewService entry = new WeightedService(weight);
        entry.setId(instance.id());
        entry.setName(instance.service());
        entry.setAddress(instance.host());
        entry.setPort(instance.httpPort());
        entry.setMeta(Map.of(GRPC_PORT, String.valueOf(instance.grpcPort()), VERSION, instance.version()));
        entry.setTags(List.of(TAG));
        entry.setCheck(check);
        return entry;
    }

    private static Check.CheckStatus status(CheckResult health) {
        return switch (health.status()) {
            case OK -> Check.CheckStatus.PASSING;
            case DEGRADED -> Check.CheckStatus.WARNING;
            case FAILING, DEAD -> Check.CheckStatus.CRITICAL;
        };
    }

    /** Of the one check of an instance, as Consul names it. */
    static String checkPath(ServiceInstance instance) {
        return path("service:" + instance.id());
    }

    /** An id as part of an address; the library puts it there as it is. */
    static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All of an answer, by their ids. */
    static List<RegisteredInstance> registered(List<HealthService> found) {
        return found.stream()
                .map(entry -> new RegisteredInstance(instance(entry), health(entry)))
                .sorted(Comparator.comparing(registered -> registered.instance().id()))
                .toList();
    }

    /** Those of which no check is critical. */
    static List<ServiceInstance> usable(List<RegisteredInstance> registered) {
        return registered.stream()
                .filter(one -> one.health().isReady())
                .map(RegisteredInstance::instance)
                .toList();
    }

    /** The worst of the checks, of the node or the instance's own. */
    private static CheckResult health(HealthService entry) {
        return entry.getChecks().stream()
                .map(ConsulServices::health)
                .max(Comparator.comparing(CheckResult::status))
                .orElseGet(CheckResult::ok);
    }

    private static CheckResult health(Check check) {
        String detail = check.getOutput() == null ? "" : check.getOutput();
        return switch (check.getStatus()) {
            case PASSING -> CheckResult.ok();
            case WARNING -> CheckResult.degraded(detail);
            case CRITICAL, UNKNOWN -> CheckResult.failing(detail);
        };
    }

    private static ServiceInstance instance(HealthService entry) {
        HealthService.Service service = entry.getService();
        Map<String, String> meta = service.getMeta() == null ? Map.of() : service.getMeta();
        boolean ofNode = service.getAddress() == null || service.getAddress().isEmpty();
        return new ServiceInstance(
                service.getService(),
                service.getId(),
                ofNode ? entry.getNode().getAddress() : service.getAddress(),
                service.getPort() == null ? 0 : service.getPort(),
                port(meta.getOrDefault(GRPC_PORT, "0")),
                meta.getOrDefault(VERSION, ""));
    }

    /** 0 for what is none: somebody else may have entered a service under our name. */
    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
