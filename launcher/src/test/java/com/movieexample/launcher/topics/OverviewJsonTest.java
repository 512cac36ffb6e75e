package com.movieexample.launcher.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OverviewJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysAllThatIsKnownAndLeavesOutWhatIsNot() throws Exception {
        Overview overview = new Overview(
                "127.0.0.1:9092",
                OptionalInt.of(1),
                List.of(Samples.METADATA, Samples.DEAD_LETTERS),
                2,
                List.of(
                        new ProcessFigures(
                                "movie",
                                "127.0.0.1:9083",
                                List.of(Samples.view("movie-metadata", "movie-metadata", "live", "", 300)),
                                Optional.empty()),
                        new ProcessFigures("rating", "127.0.0.1:9082", List.of(), Optional.of("nobody is there"))));

        JsonNode json = JSON.readTree(OverviewJson.of(overview));

        assertThat(json).isEqualTo(JSON.readTree("""
                        {
                          "bootstrapServers": "127.0.0.1:9092",
                          "generation": 1,
                          "topics": [
                            {"name": "movie-metadata", "compacted": true, "partitionCount": 1, "offsets": 300,
                             "bytes": 61000, "partitions": [{"partition": 0, "first": 12, "end": 312, "bytes": 61000}]},
                            {"name": "ratings-dlq", "compacted": true, "partitionCount": 1, "offsets": 0,
                             "partitions": [{"partition": 0, "first": 0, "end": 0}]}
                          ],
                          "deadLetters": 2,
                          "processes": [
                            {"service": "movie", "address": "127.0.0.1:9083", "views": [
                              {"name": "movie-metadata", "topic": "movie-metadata", "state": "live", "detail": "",
                               "lag": 12, "partitions": [{"partition": 0, "watermark": 300, "lag": 12}]}]},
                            {"service": "rating", "address": "127.0.0.1:9082", "silence": "nobody is there",
                             "views": []}
                          ]
                        }"""));
    }
}
