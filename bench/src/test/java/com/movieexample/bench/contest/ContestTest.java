package com.movieexample.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final List<String> turns = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    private Contender contender(String name, double figure) {
        return run -> {
            turns.add(name + run);
            return figure + run;
        };
    }

    @Test
    void contendersTakeTurnsAndEachRoundBeginsWithAnother() throws Exception {
        new Contest(said::add)
                .contender("a", contender("a", 10))
                .contender("b", contender("b", 20))
                .contender("c", contender("c", 30))
                .rounds(3);

        assertThat(turns).containsExactly("a0", "b0", "c0", "b1", "c1", "a1", "c2", "a2", "b2");
    }

    @Test
    void figuresAreByContenderInTheOrderOfTheRuns() throws Exception {
        Map<String, Figures> figures = new Contest(said::add)
                .contender("b", contender("b", 10))
                .contender("a", contender("a", 20))
                .rounds(2);

        assertThat(figures)
                .containsExactly(
                        Map.entry("b", new Figures(List.of(10.0, 11.0))),
                        Map.entry("a", new Figures(List.of(20.0, 21.0))));
        assertThat(said).hasSize(4).element(0).asString().contains("b, run 1 of 2: 10.0");
    }

    @Test
    void aContenderThatFailsEndsTheContest() {
        Contest contest = new Contest(said::add).contender("wrong", run -> {
            throw new WrongAnswerException("wrong", "movie 1");
        });

        assertThatThrownBy(() -> contest.rounds(2)).hasMessage("wrong gave a wrong answer: movie 1");
    }
}
