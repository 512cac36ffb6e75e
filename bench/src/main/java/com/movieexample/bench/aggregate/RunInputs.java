package com.movieexample.bench.aggregate;

import com.movieexample.bench.Bench;
import com.movieexample.bench.FolderTree;
import com.movieexample.bench.solution.DatabaseAddress;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.WorkloadTopic;
import com.movieexample.topics.KafkaClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a child process is given for one run: the log to warm up with and the one that counts, with folders, groups and
 * internal topics of their own, all of which go when this is closed. Not thread-safe.
 */
public final class RunInputs implements AutoCloseable {
    /** No two runs of a bench share anything, even while the broker is still deleting what was of the last. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** The compiler takes a quarter of two cores meanwhile, and goes on with less: first runs are still the slowest. */
    private static final int WARM_UP = 1_000_000;

    /** What is over in seconds warms up with several times as much, or the compiler is all that is measured. */
    private static final long WARM_UP_OF_SMALL_ONES = 4;

    private final Path folder;
    private final Admin admin;
    private final RunTopics topics;
    private final Input warmUp;
    private final Input measured;

    public RunInputs(Bench bench, String name, WorkloadTopic measured, Optional<DatabaseAddress> database)
            throws IOException, ExecutionException, InterruptedException {
        this.folder = bench.newFolder(name);
        this.admin = new KafkaClients(measured.bootstrapServers(), Map.of()).admin("bench-topics");
        this.topics = new RunTopics(admin);
        WorkloadTopic warmUpLog = bench.topic(
                (int) Math.min(WARM_UP_OF_SMALL_ONES * measured.workload().size(), WARM_UP));
        this.warmUp = input(warmUpLog, Files.createDirectory(folder.resolve("warm-up")), database);
        this.measured = input(measured, Files.createDirectory(folder.resolve("measured")), database);
    }

    private Input input(WorkloadTopic log, Path state, Optional<DatabaseAddress> database) {
        return new Input(
                log.bootstrapServers(),
                log.topics().prefix(),
                log.partitions(),
                RUNS.incrementAndGet(),
                log.workload().seed(),
                log.workload().size(),
                state.toString(),
                database.orElse(null));
    }

    public Input warmUp() {
        return warmUp;
    }

    public Input measured() {
        return measured;
    }

    /** For what the child says on standard error. */
    public Path childLog() {
        return folder.resolve("child.log");
    }

    /** Of all topics that the run has made for itself from the measured log. */
    long internalBytes() throws ExecutionException, InterruptedException {
        return topics.internalBytes(measured.applicationId());
    }

    @Override
    public void close() throws IOException, ExecutionException {
        try (admin) {
            topics.delete(warmUp.applicationId());
            topics.delete(measured.applicationId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            FolderTree.delete(folder);
        }
    }
}
