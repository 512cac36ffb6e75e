package com.movieexample.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.FolderTree;
import com.movieexample.bench.process.PeakMemory;
import com.movieexample.bench.solution.Cost;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeFold;
import com.movieexample.bench.solution.MarqueeSolution;
import com.movieexample.bench.workload.MovieRatings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Folds a log, starts again with its stores, and once more without them. Arguments, as JSON: the input of a small
 * warm-up and the one that counts. Says {@link Growth} on one line as JSON.
 */
public final class GrowthMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MS = 5;

    private GrowthMain() {}

    /** A start of a fold. */
    private record Start(double seconds, Map<Integer, MovieRatings> ratings) {}

    public static void main(String[] arguments) throws Exception {
        measure(JSON.readValue(arguments[0], Input.class));
        Growth growth = measure(JSON.readValue(arguments[1], Input.class));
        System.out.println(JSON.writeValueAsString(growth));
        // A library that left a thread behind must not keep the process.
        System.exit(0);
    }

    private static Growth measure(Input input) throws Exception {
        Cost cost = new MarqueeSolution(StoreKind.BATCHED).aggregate(input).cost();
        Start restart = start(input);
        // Not the whole folder: the name in the group is in it, and a new one would wait for the old one's end.
        FolderTree.delete(input.path().resolve(input.applicationId()));
        Start restore = start(input);
        return new Growth(
                cost.perSecond(),
                cost.stateBytes(),
                restart.seconds(),
                restore.seconds(),
                PeakMemory.ofProcess(Path.of("/proc/self/status")),
                restore.ratings());
    }

    private static Start start(Input input) throws IOException, InterruptedException {
        try (MarqueeFold fold = new MarqueeFold(input.log(), StoreKind.BATCHED, input.path())) {
            long began = System.nanoTime();
            fold.start();
            while (!fold.isRunning()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Start(seconds, fold.storedRatings());
        }
    }
}
