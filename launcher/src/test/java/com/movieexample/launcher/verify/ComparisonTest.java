package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.topics.AggregateDigest;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private final Map<String, FoldedRecord> folded = Map.of("movie/1", record(450), "movie/2", record(100));
    private final Comparison comparison = new Comparison(folded, 1);

    private static FoldedRecord record(int value) {
        FoldedRecord record = new FoldedRecord();
        record.add("a", RatingVersion.put(5, true, value), 7);
        return record;
    }

    private RatingAggregate good(String key) {
        return folded.get(key).toMessage();
    }

    private List<String> found() {
        return comparison.differences().lines();
    }

    @Test
    void findsNothingWhereAllIsTheSame() {
        comparison.served("movie/2", good("movie/2"));
        comparison.served("movie/1", good("movie/1"));
        comparison.allServed();
        long digest = digest("movie/1") + digest("movie/2");
        comparison.servedDigest(0, digest);

        assertThat(found()).isEmpty();
        assertThat(comparison.differences().count()).isZero();
        assertThat(comparison.records()).isEqualTo(2);
        assertThat(comparison.ratings()).isEqualTo(2);
        assertThat(comparison.foldedDigest(0)).isEqualTo(digest);
    }

    private long digest(String key) {
        return AggregateDigest.of(key.getBytes(StandardCharsets.UTF_8), good(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "sum",
                "histogram_values",
                "histogram_counts",
                "latest_event_time",
                "last_change_offset",
                "daily_counts"
            })
    void findsADifferenceInEachField(String field) {
        var served = good("movie/1").toBuilder();
        var descriptor = RatingAggregate.getDescriptor().findFieldByName(field);
        comparison.served("movie/1", served.clearField(descriptor).build());

        assertThat(found())
                .singleElement()
                .asString()
                .startsWith("movie/1: " + descriptor.getJsonName() + " is served as ")
                .doesNotContain(";");
    }

    @Test
    void saysWhatIsServedAndWhatTheLogComesTo() {
        comparison.served(
                "movie/1", good("movie/1").toBuilder().setCount(2).setSum(900).build());

        assertThat(found())
                .containsExactly("movie/1: count is served as 2, by the log it is 1;"
                        + " sum is served as 900, by the log it is 450");
    }

    @Test
    void findsARecordThatIsNotServed() {
        comparison.served("movie/1", good("movie/1"));
        comparison.allServed();

        assertThat(found()).containsExactly("movie/2 is not served; by the log its count is 1");
    }

    @Test
    void findsARecordThatTheLogDoesNotHave() {
        comparison.served("movie/3", good("movie/1"));

        assertThat(found()).containsExactly("movie/3 is served with count 1; the log has no event of it");
    }

    @Test
    void findsARecordThatIsServedTwice() {
        comparison.served("movie/1", good("movie/1"));
        comparison.served("movie/1", good("movie/1"));

        assertThat(comparison.differences().count()).isEqualTo(1);
    }

    @Test
    void findsAnotherDigest() {
        comparison.served("movie/1", good("movie/1"));
        comparison.served("movie/2", good("movie/2"));
        comparison.allServed();
        comparison.servedDigest(0, 0x0123);

        assertThat(found())
                .containsExactly("digest of partition 0: served 0000000000000123, by the log %016x"
                        .formatted(digest("movie/1") + digest("movie/2")));
    }

    @Test
    void countsThemAllAndKeepsTheFirst() {
        Map<String, FoldedRecord> many =
                IntStream.range(100, 125).boxed().collect(Collectors.toMap(id -> "movie/" + id, id -> record(50)));
        Comparison ofMany = new Comparison(many, 3);
        ofMany.allServed();

        assertThat(ofMany.differences().count()).isEqualTo(25);
        assertThat(ofMany.differences().lines())
                .hasSize(Differences.KEPT + 1)
                .startsWith("movie/100 is not served; by the log its count is 1")
                .endsWith("and 5 more");
    }
}
