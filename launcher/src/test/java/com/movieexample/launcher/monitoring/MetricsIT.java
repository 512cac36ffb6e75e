package com.movieexample.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all services show at {@code /metrics}, and what is written by it. */
class MetricsIT {
    private static final Path MARQUEE_FOLDER = Path.of("..").toAbsolutePath().normalize();

    /** Prometheus' own, and the labels that it gives to what it fetches. */
    private static final String FETCHED = "up";

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private static MonitoredMarquee marquee;
    private static List<Scrape> scrapes;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        marquee = MonitoredMarquee.start(data);
        scrapes = marquee.scrapes();
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    @Test
    void promtoolHasNothingToSayAboutTheMetricsOfAnyService(@TempDir Path folder) throws Exception {
        Promtool.need();
        for (Scrape scrape : scrapes) {
            Path text = Files.writeString(folder.resolve(scrape.service()), scrape.text());

            Promtool.Verdict verdict = Promtool.run(text, "check", "metrics");

            assertThat(verdict).as(scrape.service()).isEqualTo(new Promtool.Verdict(true, ""));
        }
    }

    @Test
    void thePageSaysOfEachOfOurMetricsWhatIsShown() throws Exception {
        assertThat(MetricsPage.in(MARQUEE_FOLDER).rows()).isEqualTo(MetricsPage.rowsOf(scrapes));
    }

    @Test
    void thePageNamesEachGroupOfTheOtherMetricsAndNoneThatIsNotShown() throws Exception {
        Set<String> groups = MetricsPage.in(MARQUEE_FOLDER).groups();
        Set<String> seen = new TreeSet<>();
        for (Scrape scrape : scrapes) {
            scrape.metrics().values().stream()
                    .filter(metric -> !MetricsPage.isOurs(metric))
                    .map(metric -> groupOf(metric, groups))
                    .forEach(seen::add);
        }
        assertThat(seen).isEqualTo(groups);
    }

    private static String groupOf(Metric metric, Set<String> groups) {
        return groups.stream()
                .filter(metric.name()::startsWith)
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric.name() + " is in no group of docs/metrics.md"));
    }

    @Test
    void theAlertsAskForNothingThatIsNotShown() throws Exception {
        List<String> asked = AlertRules.in(MARQUEE_FOLDER).expressions();

        assertThat(asked).hasSizeGreaterThan(10);
        assertShown(asked);
    }

    @Test
    void theDashboardAsksForNothingThatIsNotShown() throws Exception {
        List<String> asked = Dashboard.in(MARQUEE_FOLDER).expressions();

        assertThat(asked).hasSizeGreaterThan(10);
        assertShown(asked);
    }

    private static void assertShown(List<String> expressions) {
        Map<String, Set<String>> shown = MonitoredMarquee.labels(scrapes);
        SoftAssertions.assertSoftly(softly -> {
            for (String expression : expressions) {
                Expressions.series(expression).forEach((series, labels) -> {
                    if (!series.equals(FETCHED)) {
                        softly.assertThat(shown).as(expression).containsKey(series);
                    }
                    softly.assertThat(shown.getOrDefault(series, labels))
                            .as(series + " in " + expression)
                            .containsAll(labels.stream()
                                    .filter(label -> !LABELS_OF_PROMETHEUS.contains(label))
                                    .toList());
                });
            }
        });
    }
}
