package com.movieexample.runtime.discovery;

import com.movieexample.runtime.config.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instances that were written down: they never change, and registering does nothing. */
public final class StaticServiceRegistry implements ServiceRegistry {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s]+):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    private final Map<String, List<ServiceInstance>> byService;

    private StaticServiceRegistry(Map<String, List<ServiceInstance>> byService) {
        this.byService = byService;
    }

    /**
     * @param addresses gRPC addresses by service name, separated by commas: {@code rating-aggregator} is
     *     {@code host:9084,host2:9084}
     * @throws ConfigurationException naming each address that is none
     */
    public static StaticServiceRegistry of(Map<String, String> addresses) {
        List<String> problems = new ArrayList<>();
        Map<String, List<ServiceInstance>> byService = new TreeMap<>();
        addresses.forEach((service, list) -> byService.put(service, instances(service, list, problems)));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new StaticServiceRegistry(byService);
    }

    private static List<ServiceInstance> instances(String service, String list, List<String> problems) {
        return Arrays.stream(list.split(",", -1))
                .map(address -> instance(service, address.strip(), problems))
                .toList();
    }

    private static ServiceInstance instance(String service, String address, List<String> problems) {
        Matcher matcher = ADDRESS.matcher(address);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > LAST_PORT) {
            problems.add("address of " + service + " is \"" + address + "\", expected host:port");
            return new ServiceInstance(service, address, "", 0, 0, "");
        }
        return new ServiceInstance(service, service + "@" + address, matcher.group(1), 0, port, "");
    }

    @Override
    public void register(ServiceInstance instance, Supplier<Standing> standing) {}

    @Override
    public void deregister(String instanceId) {}

    @Override
    public List<ServiceInstance> instances(String serviceName) {
        return byService.getOrDefault(serviceName, List.of());
    }

    @Override
    public AutoCloseable watch(String serviceName, Consumer<List<ServiceInstance>> listener) {
        listener.accept(instances(serviceName));
        return () -> {};
    }
}
