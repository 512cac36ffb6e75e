package com.movieexample.topics.rules;

import static com.movieexample.topics.rules.RatingVersion.delete;
import static com.movieexample.topics.rules.RatingVersion.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatingVersionTest {
    /** Each one loses to all that follow it. */
    private static final List<RatingVersion> ASCENDING = List.of(
            put(10, true, 500),
            put(20, true, 50),
            put(20, true, 500),
            delete(20, true),
            put(20, false, 100),
            put(30, true, 50));

    @Test
    void laterInTheOrderWinsWhateverArrivesFirst() {
        for (int low = 0; low < ASCENDING.size(); low++) {
            for (int high = low + 1; high < ASCENDING.size(); high++) {
                RatingVersion loser = ASCENDING.get(low);
                RatingVersion winner = ASCENDING.get(high);
                assertThat(winner.supersedes(loser))
                        .as("%s over %s", winner, loser)
                        .isTrue();
                assertThat(loser.supersedes(winner))
                        .as("%s over %s", loser, winner)
                        .isFalse();
            }
        }
    }

    @Test
    void anExplicitDuplicateChangesNothing() {
        assertThat(put(20, true, 500).supersedes(put(20, true, 500))).isFalse();
        assertThat(delete(20, true).supersedes(delete(20, true))).isFalse();
    }

    @Test
    void ofTwoImplicitOnesAtTheSameTimeTheLaterInTheLogWins() {
        assertThat(put(20, false, 50).supersedes(put(20, false, 500))).isTrue();
        assertThat(put(20, false, 50).supersedes(delete(20, false))).isTrue();
        assertThat(delete(20, false).supersedes(put(20, false, 50))).isTrue();
    }
}
