package com.movieexample.launcher.command;

import com.movieexample.launcher.process.DataFolder;
import com.movieexample.launcher.process.SingleService;
import com.movieexample.launcher.settings.CommandSettings;
import com.movieexample.launcher.settings.ServiceSettings;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.runtime.config.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class ServiceCommand extends ServingCommand {
    private final ServiceSettings service;

    ServiceCommand(Terminal terminal, ServiceSettings service) {
        super(terminal, CommandSettings.of(service));
        this.service = service;
    }

    @Override
    Optional<String> service() {
        return Optional.of(service.name());
    }

    @Override
    int call(Configuration configuration) throws Exception {
        DataFolder data = openData(configuration, service.name());
        SingleService process = new SingleService(service, configuration, data, announcer());
        UntilStopped until = closeWhenStopped(process);
        sayHello("");
        until.start(process::start);
        sayReady(data);
        return serve();
    }
}
