package com.movieexample.launcher.command;

import com.movieexample.launcher.process.AllInOne;
import com.movieexample.launcher.process.DataFolder;
import com.movieexample.launcher.settings.CommandSettings;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.runtime.config.Configuration;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Start everything in one process, on an embedded broker or on a cluster.",
        sortOptions = false)
final class UpCommand extends ServingCommand {
    UpCommand(Terminal terminal) {
        super(terminal, CommandSettings.allInOne());
    }

    @Override
    int call(Configuration configuration) throws Exception {
        DataFolder data = openData(configuration, "up");
        AllInOne marquee = new AllInOne(configuration, data, announcer());
        UntilStopped until = closeWhenStopped(marquee);
        sayHello("");
        until.start(marquee::start);
        sayReady(data);
        return serve();
    }
}
