package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void countsEachNumberAndHandsThemOverAscending() {
        for (int number : new int[] {450, 50, 450, 300, -2, 50, 450}) {
            tally.add(number, 1);
        }
        tally.add(50, -2);

        List<Integer> occurring = new ArrayList<>();
        tally.forEach(occurring::add);

        assertThat(occurring).containsExactly(-2, 300, 450);
        assertThat(tally.of(450)).isEqualTo(3);
        assertThat(tally.of(50)).isZero();
        assertThat(tally.of(51)).isZero();
    }
}
