package com.movieexample.launcher.services;

import com.movieexample.launcher.settings.ServiceSettings;
import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.launcher.terminal.TextTable;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.discovery.RegisteredInstance;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the instances that Consul knows, and how they fare. */
@Command(name = "services", description = "List the services that are registered in Consul, and how they fare.")
public final class ServicesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Map<String, String> environment = System.getenv();

    @Option(
            names = "--consul",
            paramLabel = "URL",
            description = "Consul agent to ask, such as http://127.0.0.1:8500; CONSUL_HTTP_ADDR names it too")
    private String consul;

    public ServicesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<RegisteredInstance> registered = registered(address());
        if (registered.isEmpty()) {
            terminal.say("No service is registered.");
            return 0;
        }
        TextTable table = new TextTable("SERVICE", "HTTP", "GRPC", "HEALTH", "");
        registered.forEach(one -> add(table, one));
        List<String> lines = table.lines();
        terminal.say(terminal.paint(Colour.BOLD, lines.get(0)));
        lines.subList(1, lines.size()).forEach(terminal::say);
        return 0;
    }

    private ConsulAddress address() {
        if (consul != null) {
            return ConsulAddress.of("--consul", consul, environment);
        }
        return ConsulAddress.ofVariables(environment)
                .orElseThrow(() -> new ConfigurationException(
                        "--consul is missing, expected the agent's address, such as http://127.0.0.1:8500"));
    }

    private static List<RegisteredInstance> registered(ConsulAddress address) {
        try (ConsulServiceRegistry registry = new ConsulServiceRegistry(address)) {
            Stream<String> names = ServiceSettings.ALL.stream().map(ServiceSettings::name);
            return names.flatMap(name -> registry.registered(name).stream()).toList();
        }
    }

    private static void add(TextTable table, RegisteredInstance registered) {
        ServiceInstance instance = registered.instance();
        table.row(
                instance.service(),
                instance.host() + ":" + instance.httpPort(),
                instance.host() + ":" + instance.grpcPort(),
                registered.health().status().shown(),
                registered.health().detail());
    }
}
