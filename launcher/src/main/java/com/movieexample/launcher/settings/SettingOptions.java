package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Setting;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes options of settings. Their text is taken as it is: the configuration checks it, wherever it comes from. */
final class SettingOptions {
    static final String SET = "--set";
    static final String CONFIG = "--config";
    static final String PRINT = "--print-config";

    private static final String FLAG = "true|false";

    private final CommandSpec command;

    SettingOptions(CommandSpec command) {
        this.command = command;
    }

    /** @param prefixes of the keys that only {@code --set} sets */
    void add(List<Section> sections, List<String> prefixes) {
        sections.forEach(this::add);
        command.addOption(OptionSpec.builder(SET)
                .paramLabel("KEY=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("set what has no option of its own, under " + String.join(", ", prefixes))
                .build());
        command.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .description("read settings from a file of KEY = VALUE lines")
                .build());
        command.addOption(OptionSpec.builder(PRINT)
                .type(boolean.class)
                .description("print every setting, its value and where it comes from, and stop")
                .build());
    }

    private void add(Section section) {
        if (section.heading().isEmpty()) {
            section.settings().declared().forEach(setting -> command.addOption(option(setting)));
            return;
        }
        ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                .heading("%n" + section.heading() + ":%n")
                .exclusive(false)
                .validate(false)
                .order(command.argGroups().size());
        section.settings().declared().forEach(setting -> group.addArg(option(setting)));
        command.addArgGroup(group.build());
    }

    private static OptionSpec option(Setting<?> setting) {
        boolean flag = setting.label().equals(FLAG);
        return OptionSpec.builder(setting.cliName())
                .paramLabel(setting.label())
                .arity(flag ? "0..1" : "1")
                .fallbackValue("true")
                .type(String.class)
                .description(description(setting))
                .build();
    }

    private static String description(Setting<?> setting) {
        String standard = setting.defaultText()
                .filter(text -> !text.isEmpty() && !setting.label().equals(FLAG))
                .map(text -> " (default: " + text + ")")
                .orElse("");
        return (setting.description() + standard + " [" + setting.environmentName() + "]").replace("%", "%%");
    }
}
