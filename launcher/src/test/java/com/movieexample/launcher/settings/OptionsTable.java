package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declared settings as Markdown: a table for everything in one process, and one for a service alone. */
final class OptionsTable {
    private static final String HEAD = "| option | environment | default | what it is |\n|---|---|---|---|\n";

    private OptionsTable() {}

    static String markdown() {
        Set<String> shared = rows(CommandSettings.allInOne().sections().stream());
        Set<String> alone = new LinkedHashSet<>();
        ServiceSettings.ALL.forEach(service -> alone.addAll(rows(CommandSettings.of(service).sections().stream())));
        alone.removeAll(shared);
        return tables(CommandSettings.allInOne()) + "\n### A service alone\n\n" + HEAD + String.join("", alone);
    }

    private static String tables(CommandSettings settings) {
        return settings.sections().stream()
                .map(section -> title(section) + HEAD + String.join("", rows(Stream.of(section))))
                .collect(Collectors.joining("\n"));
    }

    private static String title(Section section) {
        return section.heading().isEmpty() ? "" : "### " + section.heading() + "\n\n";
    }

    private static Set<String> rows(Stream<Section> sections) {
        return sections.flatMap(section -> section.settings().declared().stream())
                .map(OptionsTable::row)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String row(Setting<?> setting) {
        List<String> cells = new ArrayList<>();
        cells.add(code(setting.cliName() + "=" + setting.label()));
        cells.add(code(setting.environmentName()));
        cells.add(setting.defaultText()
                .filter(text -> !text.isEmpty())
                .map(OptionsTable::code)
                .orElse(""));
        cells.add(setting.description());
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
