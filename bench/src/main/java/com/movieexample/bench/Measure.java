package com.movieexample.bench;

import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.report.Chart;
import com.movieexample.bench.report.Result;
import java.util.List;

/** One question that the bench answers, with the baselines beside the answer. */
public interface Measure {
    /** As the command line names it. */
    String name();

    /** One line for {@code --help}. */
    String description();

    /** Whether it is one of those that are measured when all are asked for. */
    default boolean isInAll() {
        return true;
    }

    /** How its results are drawn. */
    default Chart chart() {
        return Chart.BARS;
    }

    /**
     * Measures; says on {@link Bench#say} what it is about to do. When the thread is interrupted it ends what it
     * started and throws.
     *
     * @return a result for each size and each figure
     * @throws WrongAnswerException if what was measured gave a wrong answer, which makes its speed worthless
     * @throws BenchException if something that it can't do without is missing
     */
    List<Result> run(Bench bench) throws Exception;
}
