package com.movieexample.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsTheMiddleOneWhateverTheOrder() {
        assertThat(new Figures(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Figures(List.of(9.0, 1.0, 4.0, 5.0)).median()).isEqualTo(4.5);
    }

    @Test
    void theSpreadIsFromLeastToGreatest() {
        Figures figures = new Figures(List.of(4.0, 9.0, 1.0));

        assertThat(figures.least()).isEqualTo(1);
        assertThat(figures.greatest()).isEqualTo(9);
    }

    @Test
    void noRunsGiveNoFigure() {
        assertThat(Figures.NONE.median()).isNaN();
        assertThat(Figures.NONE.least()).isNaN();
        assertThat(Figures.NONE.greatest()).isNaN();
    }

    @Test
    void runsStayInTheirOrder() {
        assertThat(Figures.NONE.and(9).and(1).runs()).containsExactly(9.0, 1.0);
    }
}
