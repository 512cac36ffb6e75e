package com.movieexample.bench.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.postgres.OptionalPostgres;
import com.movieexample.bench.solution.DatabaseAddress;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.Solution.Outcome;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadAnswer;
import com.movieexample.bench.workload.WorkloadTopic;
import com.movieexample.testkit.SkipOrFail;
import com.movieexample.testkit.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every solution over the same small log, in this JVM. */
class SolutionsIT {
    private static final RatingWorkload WORKLOAD = new RatingWorkload(7, 5_000);
    private static final WorkloadAnswer ANSWER = WorkloadAnswer.of(WORKLOAD);

    /** Each has a group and changelogs of its own. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    private static WorkloadTopic log;

    @TempDir
    Path folder;

    @BeforeAll
    static void loadTheLog() throws Exception {
        log = WorkloadTopic.load(TestBroker.bootstrapServers(), WORKLOAD);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solutions.class,
            names = {"BATCHED", "STANDARD", "ROCKSDB"})
    void countsEachMoviesRatingsByValue(Solutions solution) throws Exception {
        Outcome outcome = solution.make().aggregate(input(solution, null));

        ANSWER.check(solution.label(), outcome.ratings()::get);
        assertThat(outcome.cost().events()).isEqualTo(WORKLOAD.size());
        assertThat(outcome.cost().stateBytes()).isPositive();
    }

    @Test
    void theDslCountsEachMoviesRatings() throws Exception {
        Outcome outcome = Solutions.DSL.make().aggregate(input(Solutions.DSL, null));

        ANSWER.checkCountAndSum(Solutions.DSL.label(), outcome.ratings()::get);
    }

    @ParameterizedTest
    @EnumSource(
            value = Solutions.class,
            names = {"EMPTY", "CONSUMER"})
    void whatKeepsNothingReadsAllOfTheLog(Solutions solution) throws Exception {
        Outcome outcome = solution.make().aggregate(input(solution, null));

        assertThat(outcome.cost().events()).isEqualTo(WORKLOAD.size());
        assertThat(outcome.ratings()).isEmpty();
    }

    @Test
    void postgresCountsEachMoviesRatingsByValue() throws Exception {
        try (OptionalPostgres postgres = OptionalPostgres.start()) {
            SkipOrFail.unless(postgres.address().isPresent(), postgres.remark());

            Outcome outcome = Solutions.POSTGRES
                    .make()
                    .aggregate(input(Solutions.POSTGRES, postgres.address().orElseThrow()));

            ANSWER.check(Solutions.POSTGRES.label(), outcome.ratings()::get);
            assertThat(outcome.cost().stateBytes()).isPositive();
        }
    }

    private Input input(Solutions solution, DatabaseAddress database) throws Exception {
        return new Input(
                log.bootstrapServers(),
                log.topics().prefix(),
                log.partitions(),
                RUNS.incrementAndGet(),
                WORKLOAD.seed(),
                WORKLOAD.size(),
                Files.createDirectory(folder.resolve(solution.label())).toString(),
                database);
    }
}
