package com.movieexample.bench.aggregate;

import com.movieexample.bench.Bench;
import com.movieexample.bench.contest.Contender;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.solution.DatabaseAddress;
import com.movieexample.bench.solution.Solution.Outcome;
import com.movieexample.bench.workload.WorkloadTopic;
import com.movieexample.topics.KafkaClients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;

/** Solutions over one loaded log, each in a JVM of its own and checked, and all that their runs took. Not thread-safe. */
public final class Race implements AutoCloseable {
    private final Bench bench;
    private final WorkloadTopic log;
    private final Optional<DatabaseAddress> database;
    private final Map<Solutions, SolutionProcess> processes = new EnumMap<>(Solutions.class);
    private final Map<Solutions, List<Run>> runs = new EnumMap<>(Solutions.class);

    /** Loads the log, and works out the right answer, so that neither falls into a run. */
    public Race(Bench bench, int size, Optional<DatabaseAddress> database)
            throws IOException, ExecutionException, InterruptedException {
        this.bench = bench;
        this.log = bench.topic(size);
        log.answer();
        this.database = database;
    }

    /** Its figure is events per second. */
    public Contender contender(Solutions solution) {
        return run -> {
            Run done = run(solution);
            runs.computeIfAbsent(solution, none -> new ArrayList<>()).add(done);
            return done.cost().perSecond();
        };
    }

    /** Those that have run. */
    Set<Solutions> solutions() {
        return runs.keySet();
    }

    /** What an event takes on the broker's disk. */
    double logBytesPerEvent() throws ExecutionException, InterruptedException {
        try (Admin admin = new KafkaClients(log.bootstrapServers(), Map.of()).admin("bench-topics")) {
            return (double) new RunTopics(admin).bytesOf(log.name())
                    / log.workload().size();
        }
    }

    /** One of the figures of each run of a solution. */
    Figures figures(Solutions solution, ToDoubleFunction<Run> figure) {
        return new Figures(runs.getOrDefault(solution, List.of()).stream()
                .mapToDouble(figure)
                .boxed()
                .toList());
    }

    private Run run(Solutions solution) throws Exception {
        try (RunInputs inputs = new RunInputs(bench, solution.label(), log, database)) {
            SolutionProcess process = warm(solution, inputs);
            Outcome outcome = process.aggregate(inputs.measured());
            check(solution, outcome);
            return new Run(outcome.cost(), inputs.internalBytes());
        }
    }

    private SolutionProcess warm(Solutions solution, RunInputs inputs) throws IOException, InterruptedException {
        SolutionProcess process = processes.get(solution);
        if (process == null) {
            process = SolutionProcess.start(solution, bench.newFolder(solution.label()));
            processes.put(solution, process);
            process.aggregate(inputs.warmUp());
        }
        return process;
    }

    private void check(Solutions solution, Outcome outcome) {
        switch (solution.answer()) {
            case ALL -> log.answer().check(solution.label(), outcome.ratings()::get);
            case COUNT_AND_SUM -> log.answer().checkCountAndSum(solution.label(), outcome.ratings()::get);
            case NONE -> {}
        }
    }

    @Override
    public void close() {
        processes.values().forEach(SolutionProcess::close);
    }
}
