package com.movieexample.launcher.command;

import com.movieexample.launcher.demo.Demo;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.AllInOne;
import com.movieexample.launcher.process.DataFolder;
import com.movieexample.launcher.settings.CommandSettings;
import com.movieexample.launcher.settings.LogSettings;
import com.movieexample.launcher.settings.ProcessSettings;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Start everything, load a sample of films and ratings, and show what there is.",
        sortOptions = false)
final class DemoCommand extends ServingCommand {
    @Option(names = "--exit", description = "stop after the show, and leave no data")
    private boolean exit;

    DemoCommand(Terminal terminal) {
        super(terminal, CommandSettings.allInOne());
    }

    @Override
    int call(Configuration configuration) throws Exception {
        return exit ? showAndLeave(configuration) : showAndServe(configuration);
    }

    private int showAndServe(Configuration configuration) throws Exception {
        DataFolder data = openData(configuration, "demo");
        AllInOne marquee = new AllInOne(configuration, data, announcer());
        show(closeWhenStopped(marquee), marquee, data);
        return serve();
    }

    private int showAndLeave(Configuration configuration) throws Exception {
        requireNoOthersData(configuration);
        DataFolder data = openData(configuration, Files.createTempDirectory("marquee-demo-"), false);
        AllInOne marquee = new AllInOne(configuration, data, announcer());
        UntilStopped until = closeWhenStopped(() -> closeAndDelete(marquee, data));
        try {
            show(until, marquee, data);
        } finally {
            until.closeOnce();
        }
        terminal.say("Stopped, and removed " + data.root() + ".");
        return ExitCodes.OK;
    }

    private static void requireNoOthersData(Configuration configuration) {
        if (ProcessSettings.data(configuration).isPresent()
                || configuration.get(LogSettings.OTHER_CLUSTER).isPresent()) {
            throw new ConfigurationException(
                    "--exit leaves no data, expected neither --data nor --bootstrap-servers beside it");
        }
    }

    private static void closeAndDelete(AllInOne marquee, DataFolder data) throws Exception {
        try {
            marquee.close();
        } finally {
            data.delete();
        }
    }

    private void show(UntilStopped until, AllInOne marquee, DataFolder data) throws Exception {
        sayHello(": the demo");
        Addresses addresses = until.start(marquee::start);
        sayReady(data);
        try (Demo demo = new Demo(terminal, addresses)) {
            demo.loadOnce(data);
            demo.show();
        }
    }
}
