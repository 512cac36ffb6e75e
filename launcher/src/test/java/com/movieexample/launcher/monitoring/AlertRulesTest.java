package com.movieexample.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts of {@code docs/monitoring}, by Prometheus' own measure. */
class AlertRulesTest {
    private static final Path MARQUEE_FOLDER = Path.of("..").toAbsolutePath().normalize();
    private static final Path RULES = MARQUEE_FOLDER.resolve("docs/monitoring/alerts.yaml");
    private static final Path THEIR_TEST = MARQUEE_FOLDER.resolve("docs/monitoring/alerts_test.yaml");
    private static final String RUNBOOK = "docs/operations.md#";

    private final AlertRules rules = AlertRules.in(MARQUEE_FOLDER);

    AlertRulesTest() throws IOException {}

    @Test
    void promtoolAcceptsThem() throws Exception {
        Promtool.need();

        Promtool.Verdict verdict = Promtool.run(null, "check", "rules", "--lint=all", "--lint-fatal", RULES.toString());

        assertThat(verdict.accepted()).as(verdict.said()).isTrue();
        assertThat(verdict.said()).contains(rules.alerts().size() + " rules found");
    }

    @Test
    void eachFiresWhenItShouldAndDoesNotWhenItShouldNot() throws Exception {
        Promtool.need();

        Promtool.Verdict verdict = Promtool.run(null, "test", "rules", THEIR_TEST.toString());

        assertThat(verdict.accepted()).as(verdict.said()).isTrue();
        assertThat(Files.readAllLines(THEIR_TEST))
                .containsAll(rules.names().stream()
                        .flatMap(name ->
                                Stream.of("  - name: " + name + " fires", "  - name: " + name + " does not fire"))
                        .toList());
    }

    @Test
    void eachSaysWhatItIsAboutAndWhereItIsWrittenWhatToDo() throws Exception {
        List<String> sections = Files.readAllLines(MARQUEE_FOLDER.resolve("docs/operations.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(AlertRulesTest::anchor)
                .toList();
        for (JsonNode alert : rules.alerts()) {
            JsonNode said = alert.get("annotations");
            assertThat(said.get("summary").asText()).as(alert.toString()).isNotBlank();
            assertThat(said.get("description").asText()).as(alert.toString()).endsWith(".");
            String runbook = said.get("runbook_url").asText();
            assertThat(runbook).startsWith(RUNBOOK);
            assertThat(sections).contains(runbook.substring(RUNBOOK.length()));
        }
    }

    /** As GitHub makes one of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }

    @Test
    void theDashboardHasAQuestionInEachOfItsPanels() throws Exception {
        List<JsonNode> panels = Dashboard.in(MARQUEE_FOLDER).panels();

        assertThat(panels.stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(panel -> assertThat(panel.get("title").asText()).isNotBlank());
        assertThat(panels.stream().filter(panel -> !panel.get("type").asText().equals("row")))
                .isNotEmpty()
                .allSatisfy(panel -> assertThat(panel.findValues("expr"))
                        .as(panel.get("title").asText())
                        .isNotEmpty());
    }
}
