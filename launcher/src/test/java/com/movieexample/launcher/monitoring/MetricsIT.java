package com.movieexample.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all services show at {@code /metrics}, and what is written by it. */
class MetricsIT {
    private static final Path MARQUEE_FOLDER = Path.of("..").toAbsolutePath().normalize();

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
}
