package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Configurations as a command line would make them. */
final class ParsedSettings {
    private ParsedSettings() {}

    static Configuration allInOne(String... arguments) {
        return load(CommandSettings.allInOne(), arguments);
    }

    static Configuration load(CommandSettings settings, String... arguments) {
        CommandSpec spec = CommandSpec.create();
        settings.addTo(spec);
        return settings.load(new CommandLine(spec).parseArgs(arguments));
    }
}
