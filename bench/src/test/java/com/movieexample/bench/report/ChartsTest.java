package com.movieexample.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartsTest {
    private static void assertIsXml(String svg) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg))))
                .doesNotThrowAnyException();
    }

    @Test
    void aBarIsAsLongAsItsMedianAndTheGreatestFigureFillsTheWidth() {
        String svg = BarChart.of(Reports.AGGREGATE);

        assertIsXml(svg);
        // 460 for 210,000.
        assertThat(svg)
                .contains("<rect class=\"own\" x=\"170.0\" y=\"56.0\" width=\"438.1\"")
                .contains("<rect class=\"other\" x=\"170.0\" y=\"86.0\" width=\"208.1\"")
                .contains("<line class=\"spread\" x1=\"586.2\" y1=\"66.0\" x2=\"630.0\" y2=\"66.0\"/>")
                .contains(">200,000</text>", ">95,000</text>", ">no figure</text>");
    }

    @Test
    void textsAreEscaped() {
        assertThat(BarChart.of(Reports.AGGREGATE)).contains("aggregating a &lt;loaded&gt; log");
        assertThat(Svg.escape("a & \"b\"")).isEqualTo("a &amp; &quot;b&quot;");
    }

    @Test
    void chartsSuitDarkPages() {
        assertThat(BarChart.of(Reports.AGGREGATE)).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void growthIsDrawnAsMultiplesOfTheSmallestSize() {
        String svg = GrowthChart.of(
                "growth",
                List.of(
                        Reports.size("flat", 1_000_000, 100),
                        Reports.size("flat", 4_000_000, 100),
                        Reports.size("doubled", 4_000_000, 20),
                        Reports.size("doubled", 1_000_000, 10)));

        assertIsXml(svg);
        // From a half at 330 to twice at 60, so that once is in the middle; the sizes from 60 to 530.
        assertThat(svg)
                .contains("<line class=\"line c0\" x1=\"60.0\" y1=\"195.0\" x2=\"530.0\" y2=\"195.0\"/>")
                .contains("<line class=\"line c1\" x1=\"60.0\" y1=\"195.0\" x2=\"530.0\" y2=\"60.0\"/>")
                .contains(">1,000,000</text>", ">4,000,000</text>")
                .contains(">doubled: 20 events/s</text>");
    }

    @Test
    void nothingToDrawIsAnEmptyChart() {
        assertIsXml(GrowthChart.of("growth", List.of()));
    }
}
