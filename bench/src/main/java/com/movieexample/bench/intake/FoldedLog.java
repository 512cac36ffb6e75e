package com.movieexample.bench.intake;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeSolution;
import com.movieexample.bench.solution.Solution.Outcome;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadAnswer;
import com.movieexample.topics.Topics;
import java.nio.file.Path;
import java.util.List;

/** What the rating-aggregator makes of a log, beside what it has to make of the workloads that went in. */
final class FoldedLog {
    /** The first is the one that the log was opened with. */
    private static final int GENERATION = 2;

    private FoldedLog() {}

    /**
     * Folds the log with an aggregator of this JVM.
     *
     * @param folder empty, for its stores
     * @param written all that the log holds
     * @throws com.movieexample.bench.contest.WrongAnswerException at the first movie that differs
     */
    static void check(
            String contender, String bootstrapServers, Topics topics, Path folder, List<RatingWorkload> written)
            throws Exception {
        int size = written.stream().mapToInt(RatingWorkload::size).sum();
        Input input = new Input(
                bootstrapServers,
                topics.prefix(),
                topics.ratingsPartitions(),
                GENERATION,
                0,
                size,
                folder.toString(),
                null);
        Outcome outcome = new MarqueeSolution(StoreKind.BATCHED).aggregate(input);
        WorkloadAnswer.of(written).check(contender, outcome.ratings()::get);
    }
}
