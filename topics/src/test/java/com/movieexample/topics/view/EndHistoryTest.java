package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndHistoryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EndHistory history = new EndHistory();

    private void end(long offset, int second) {
        history.add(offset, SECOND.multipliedBy(second).toNanos());
    }

    private Duration age(long next, int second) {
        return history.age(next, SECOND.multipliedBy(second).toNanos()).orElse(null);
    }

    @Test
    void aViewIsAsOldAsTheLastEndThatItHasReached() {
        end(100, 10);
        end(200, 11);
        end(300, 12);

        assertThat(age(300, 12)).isZero();
        assertThat(age(299, 12)).hasSeconds(1);
        assertThat(age(200, 15)).hasSeconds(4);
        assertThat(age(1_000, 15)).hasSeconds(3);
    }

    @Test
    void nothingIsKnownOfWhatWasBefore() {
        assertThat(age(5, 10)).isNull();
        end(100, 10);
        assertThat(age(99, 10)).isNull();
    }

    @Test
    void aLogThatDoesNotGrowMakesNothingOlder() {
        end(100, 10);
        end(100, 60);

        assertThat(age(100, 61)).hasSeconds(1);
    }

    @Test
    void aLogThatBeginsAnewIsJudgedByItself() {
        end(100, 10);
        end(5, 20);

        assertThat(age(5, 20)).isZero();
        assertThat(age(4, 20)).isNull();
    }

    @Test
    void remembersLongTimesLessExactly() {
        for (int second = 0; second <= 3_600; second++) {
            end(second, second);
        }

        assertThat(age(3_595, 3_600)).as("a moment ago").hasSeconds(5);
        assertThat(age(1_800, 3_600))
                .as("half an hour ago")
                .isBetween(SECOND.multipliedBy(1_800), SECOND.multipliedBy(2_025));
        assertThat(age(0, 3_600)).as("at the beginning").hasSeconds(3_600);
    }
}
