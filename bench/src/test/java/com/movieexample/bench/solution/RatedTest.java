package com.movieexample.bench.solution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatedTest {
    private static final Rated FOUR_AT_TEN = new Rated(400, 10);
    private static final Rated DELETE_AT_TEN = new Rated(0, 10);

    @Test
    void theLaterOneStandsWhicheverComesFirst() {
        Rated oneAtEleven = new Rated(100, 11);

        assertThat(FOUR_AT_TEN.orLater(oneAtEleven)).isEqualTo(oneAtEleven);
        assertThat(oneAtEleven.orLater(FOUR_AT_TEN)).isEqualTo(oneAtEleven);
    }

    @Test
    void aDeleteBeatsARatingOfTheSameTime() {
        assertThat(FOUR_AT_TEN.orLater(DELETE_AT_TEN)).isEqualTo(DELETE_AT_TEN);
        assertThat(DELETE_AT_TEN.orLater(FOUR_AT_TEN)).isEqualTo(DELETE_AT_TEN);
    }

    @Test
    void theHigherOfTwoRatingsOfTheSameTimeStands() {
        Rated fiveAtTen = new Rated(500, 10);

        assertThat(FOUR_AT_TEN.orLater(fiveAtTen)).isEqualTo(fiveAtTen);
        assertThat(fiveAtTen.orLater(FOUR_AT_TEN)).isEqualTo(fiveAtTen);
    }
}
