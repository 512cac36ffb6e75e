package com.movieexample.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static JsonNode parsed(Report report) throws JsonProcessingException {
        return new ObjectMapper().readTree(JsonReport.of(report));
    }

    /** What programs read; its names and types stay. */
    @Test
    void aMeasureHasItsFiguresAndTheMediansOfTheBaselines() throws JsonProcessingException {
        JsonNode measure =
                parsed(Reports.of(Reports.section(Reports.AGGREGATE))).at("/measures/0");

        assertThat(measure.get("id").asText()).isEqualTo("aggregate");
        assertThat(measure.get("size")).hasToString("2000000");
        assertThat(measure.get("unit").asText()).isEqualTo("events/s");
        assertThat(measure.get("median")).hasToString("200000");
        assertThat(measure.get("runs")).hasToString("[190000,210000,200000]");
        assertThat(measure.get("baselines")).hasToString("{\"standard\":95000.25,\"postgres\":null}");
    }

    @Test
    void itAlsoHasSpreadRunsTargetsAndRemarks() throws JsonProcessingException {
        JsonNode measure =
                parsed(Reports.of(Reports.section(Reports.AGGREGATE))).at("/measures/0");

        assertThat(measure.get("better").asText()).isEqualTo("more");
        assertThat(measure.get("least")).hasToString("190000");
        assertThat(measure.get("greatest")).hasToString("210000");
        assertThat(measure.get("baselineRuns")).hasToString("{\"standard\":[100000,90000.5],\"postgres\":[]}");
        assertThat(measure.at("/targets/0"))
                .hasToString("{\"text\":\"at least 1.5 times our standard stores\",\"reached\":\"2.11\",\"met\":true}");
        assertThat(measure.at("/targets/1/met").asBoolean()).isFalse();
        assertThat(measure.get("remarks")).hasToString("[\"PostgreSQL *is not* installed.\"]");
    }

    @Test
    void theReportSaysWhereAndWhenAndWhatIsMissing() throws JsonProcessingException {
        Report whole = Reports.of();
        JsonNode json = parsed(new Report(
                whole.machine(), whole.began(), whole.took(), 7, 5, List.of(), List.of("it broke"), List.of("query")));

        assertThat(json.at("/machine/processor").asText()).isEqualTo("Some|CPU");
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.get("date").asText()).isEqualTo("2026-11-22T17:00:00Z");
        assertThat(json.get("seconds").asInt()).isEqualTo(720);
        assertThat(json.get("seed").asInt()).isEqualTo(7);
        assertThat(json.get("problems")).hasToString("[\"it broke\"]");
        assertThat(json.get("missing")).hasToString("[\"query\"]");
    }
}
