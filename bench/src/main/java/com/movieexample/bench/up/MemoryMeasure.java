package com.movieexample.bench.up;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.process.BrokerProcess;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code memory}: what {@code ./marquee up} keeps resident once it has taken in all ratings, and at its peak. */
public final class MemoryMeasure implements Measure {
    private static final int SIZE = 1_000_000;
    private static final int LARGE = 10_000_000;
    private static final double TARGET_MIB = 1.2 * 1024;

    /** Log, changelogs and stores of one rating, with room to spare. */
    private static final long BYTES_PER_RATING = 250;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String description() {
        return "./marquee up: resident memory with 1 million ratings, with --long 10 million too; minutes";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        Figures broker = new Figures(List.of(brokerAlone(bench)));
        for (int size : bench.isLong() ? bench.sizes(SIZE, LARGE) : bench.sizes(SIZE)) {
            bench.say("  %,d ratings into an empty ./marquee up".formatted(size));
            bench.needDisk(size * BYTES_PER_RATING);
            results.addAll(results(size, afterLoading(bench, size), broker));
        }
        return results;
    }

    private static double brokerAlone(Bench bench) throws IOException, InterruptedException {
        try (BrokerProcess broker = BrokerProcess.start(bench.newFolder("broker"))) {
            return ProcessMemory.of(broker.pid()).resident();
        }
    }

    private static ProcessMemory afterLoading(Bench bench, int size)
            throws IOException, InterruptedException, ExecutionException {
        Path data = bench.newFolder("data");
        try (MarqueeUp marquee = MarqueeUp.start(data)) {
            WorkloadTopic loaded =
                    WorkloadTopic.load(marquee.bootstrapServers(), MarqueeUp.TOPIC_PREFIX, bench.workload(size));
            new LoadedMarquee(marquee).await(loaded);
            ProcessMemory memory = marquee.memory();
            marquee.stop();
            return memory;
        }
    }

    private static List<Result> results(int size, ProcessMemory memory, Figures broker) {
        return List.of(
                mebibytes("memory-resident", "resident once loaded", size, memory.resident())
                        .baseline("broker alone, empty", broker)
                        .target(Result.Target.atMost("at most 1.2 GiB", memory.resident(), TARGET_MIB)),
                mebibytes("memory-peak", "peak while loading", size, memory.peak())
                        .remark("Of a load as fast as a producer can, into the JVM that also aggregates."));
    }

    private static Result mebibytes(String id, String title, int size, double figure) {
        return Result.of(id, "./marquee up, " + title, size, "MiB", false, new Figures(List.of(figure)));
    }
}
