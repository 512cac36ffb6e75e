package com.movieexample.bench.aggregate;

import com.movieexample.bench.process.ChildJvm;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.Solution.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A solution in a JVM of its own that lasts for a whole race: the compiler would otherwise take up to a third of the
 * processor in each run, as it does in no process that runs for longer than minutes. Not thread-safe.
 */
final class SolutionProcess implements AutoCloseable {
    private final ChildJvm jvm;
    private final Path log;

    private SolutionProcess(ChildJvm jvm, Path log) {
        this.jvm = jvm;
        this.log = log;
    }

    /** @param folder for what it says on standard error */
    static SolutionProcess start(Solutions solution, Path folder) throws IOException {
        Path log = folder.resolve("child.log");
        return new SolutionProcess(ChildAnswer.start(SolutionMain.class, List.of(solution), log), log);
    }

    Outcome aggregate(Input input) throws IOException, InterruptedException {
        ChildAnswer.tell(jvm, input);
        return ChildAnswer.await(jvm, log, Outcome.class);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
