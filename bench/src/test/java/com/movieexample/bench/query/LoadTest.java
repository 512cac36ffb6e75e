package com.movieexample.bench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.bench.contest.WrongAnswerException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void isMadeOfTheTimesOfAllCallers() {
        long[] one = LongStream.rangeClosed(1, 50).map(ms -> ms * 1_000_000).toArray();
        long[] other = LongStream.rangeClosed(51, 100).map(ms -> ms * 1_000_000).toArray();

        assertThat(Load.of(List.of(other, one), 4)).isEqualTo(new Load(100, 25, 50, 99));
    }

    @Test
    void timesAreKeptInTheirOrderHoweverMany() {
        Load.Times times = new Load.Times();
        LongStream.range(0, 5_000).forEach(times::add);

        assertThat(times.all()).isEqualTo(LongStream.range(0, 5_000).toArray());
    }

    @Test
    void readsWhatWrkSays() {
        assertThat(WrkRequests.load("Running\nfigures answers=1000 micros=2000000 p50=900 p99=4200 bad=0\n"))
                .isEqualTo(new Load(1_000, 500, 0.9, 4.2));
    }

    @Test
    void anyBadAnswerEndsTheMeasuring() {
        assertThatThrownBy(() -> WrkRequests.load("figures answers=1000 micros=2000000 p50=900 p99=4200 bad=3"))
                .isInstanceOf(WrongAnswerException.class)
                .hasMessageContaining("3 requests failed");
    }
}
