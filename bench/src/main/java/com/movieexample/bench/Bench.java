package com.movieexample.bench;

import com.movieexample.bench.process.BrokerProcess;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What a measure may use. For one thread. */
public interface Bench {
    /** From here on runs take so long that three of them must do. */
    int LARGE = 10_000_000;

    /** Every generated input follows from it. */
    long seed();

    /** How many runs a figure is the median of: 5, or as the command line says. */
    int runs();

    /** The same for a size: of large ones three at most. */
    default int runs(int size) {
        return size < LARGE ? runs() : Math.min(runs(), 3);
    }

    /** Whether sizes that take very long are measured too. */
    boolean isLong();

    /** The sizes to measure, in events: the usual ones unless the command line names others. */
    List<Integer> sizes(Integer... usual);

    /** A Kafka broker of its own process on this machine, started when it is first asked for; shared by all measures. */
    BrokerProcess broker() throws IOException, InterruptedException;

    /** The events of this size in a topic of that broker, loaded when they are first asked for; only to be read. */
    WorkloadTopic topic(int size) throws IOException, InterruptedException, ExecutionException;

    /** The events of this size. */
    default RatingWorkload workload(int size) {
        return new RatingWorkload(seed(), size);
    }

    /** An empty folder that is deleted after the measure. */
    Path newFolder(String name) throws IOException;

    /**
     * Makes sure that there is room for what a measure is about to write, beyond the topics of this bench.
     *
     * @throws BenchException with what to do, if there is not
     */
    void needDisk(long bytes) throws IOException;

    /** Tells the user what is going on. */
    void say(String line);
}
