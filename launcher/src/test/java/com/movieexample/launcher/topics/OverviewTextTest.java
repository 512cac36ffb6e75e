package com.movieexample.launcher.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.terminal.RecordedTerminal;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OverviewTextTest {
    private static String shown(RecordedTerminal to, boolean eachPartition, Overview overview) {
        new OverviewText(to.terminal(), eachPartition).print(overview);
        return to.out().replace(System.lineSeparator(), "\n");
    }

    private static String shown(boolean eachPartition) {
        return shown(RecordedTerminal.piped(), eachPartition, Samples.overview());
    }

    @Test
    void showsTopicsAndViews() {
        assertThat(shown(false)).isEqualTo("""
                        Kafka at 127.0.0.1:9092, generation 1 of the ratings view is live.

                        TOPIC                                   PARTITIONS    RECORDS      SIZE
                        ratings                                          2    100,836  11.6 MiB
                        movie-metadata                                   1  up to 300  59.6 KiB
                        ratings-dlq                                      1          0         ?
                        marquee-g1-rating-aggregates-changelog      1 of 2    up to 4     900 B
                        "up to": compaction and markers of transactions leave offsets without a record.

                        SERVICE            GRPC            VIEW               STATE      LAG IN OFFSETS
                        rating             127.0.0.1:9082  none
                        rating-aggregator  127.0.0.1:9084  fold               live                    0
                        movie              127.0.0.1:9083  movie-metadata     live                    0
                        movie              127.0.0.1:9083  rating-aggregates  restoring          12,445
                        movie              127.0.0.1:9083  rating-aggregates  live                    ?
                        movie, rating-aggregates: 12,000 records to go
                        Not shown: no metadata answers at 127.0.0.1:9081: Connection refused

                        Dead letters: 2
                        """);
    }

    @Test
    void showsEachPartitionWhenAsked() {
        assertThat(shown(true))
                .contains("TOPIC                                   PARTITIONS    RECORDS       SIZE  FIRST     END")
                .contains("\n  1                                                    97,445   11.3 MiB      0  97,445\n")
                .contains("\n  0                                                 up to 300   59.6 KiB     12     312\n")
                .contains("WATERMARK\n")
                .contains("ratings/1                            12,445     85,000\n")
                .contains("other.ratings/0                           ?          9\n");
    }

    @Test
    void fitsInAHundredColumnsWithoutControlCharacters() {
        assertThat(shown(true).lines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(100)
                        .doesNotContain("\u001b")
                        .isEqualTo(line.stripTrailing()));
    }

    @Test
    void headingsStandOutOnATerminal() {
        assertThat(shown(RecordedTerminal.interactive(), false, Samples.overview()))
                .contains("\u001b[1mTOPIC ")
                .contains("\u001b[1mSERVICE ");
    }

    @Test
    void saysThatThereIsNoGenerationYet() {
        Overview none = new Overview("127.0.0.1:9092", OptionalInt.empty(), List.of(), 0, List.of());

        assertThat(shown(RecordedTerminal.piped(), false, none))
                .startsWith("Kafka at 127.0.0.1:9092, no generation of the ratings view is live yet.\n");
    }
}
