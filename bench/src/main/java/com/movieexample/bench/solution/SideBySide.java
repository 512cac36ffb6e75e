package com.movieexample.bench.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side, a thread each, and waits for all of them. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * The results in the order of the tasks.
     *
     * @throws ExecutionException with the first failure
     */
    public static <T> List<T> run(List<Callable<T>> tasks) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
