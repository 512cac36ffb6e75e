package com.movieexample.bench.intake;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stream of JSON lines, of which some are bad, in one request to a rating-ingester with little heap. */
public final class IntakeMeasure implements Measure {
    private static final int SIZE = 1_000_000;
    private static final int MOST_RUNS = 3;

    /** For the JVMs to get warm. */
    private static final int WARM_UP = 500_000;

    /** Logs, and the changelogs and stores of the fold that checks one of them. */
    private static final long DISK_BYTES_PER_LINE = 350;

    private static final String MARQUEE = "marquee";

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String description() {
        return "JSON lines, 1% of them bad, in one HTTP request to an ingester with -Xmx256m";
    }

    /** Which is to stay within three quarters of an hour. */
    @Override
    public boolean isInAll() {
        return false;
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (int size : bench.sizes(SIZE)) {
            results.addAll(measure(bench, size));
        }
        return results;
    }

    private static List<Result> measure(Bench bench, int size) throws Exception {
        int runs = Math.min(bench.runs(size), MOST_RUNS);
        bench.needDisk(DISK_BYTES_PER_LINE * size * (runs + 1));
        String broker = bench.broker().bootstrapServers();
        try (LoneIngester ingester = LoneIngester.start(broker, bench.newFolder("ingester"));
                PlainSenderProcess ready =
                        PlainSenderProcess.start(PlainSender.READY_MESSAGES, broker, bench.newFolder("ready"));
                PlainSenderProcess parsing =
                        PlainSenderProcess.start(PlainSender.PARSED_LINES, broker, bench.newFolder("parsing"))) {
            IntakeLines warmUp = new IntakeLines(bench.seed(), Math.min(size, WARM_UP));
            ingester.take(warmUp);
            ready.take(warmUp);
            parsing.take(warmUp);
            // Other lines in each run: one that was left behind by an earlier run must not count for a later one.
            Map<String, Figures> figures = new Contest(bench::say)
                    .contender(MARQUEE, run -> ingester.take(new IntakeLines(bench.seed() + 1 + run, size)))
                    .contender(
                            PlainSender.READY_MESSAGES.label(),
                            run -> ready.take(new IntakeLines(bench.seed() + 1 + run, size)))
                    .contender(
                            PlainSender.PARSED_LINES.label(),
                            run -> parsing.take(new IntakeLines(bench.seed() + 1 + run, size)))
                    .rounds(runs);
            double peak = ingester.peakMebibytes();
            JvmFigures jvm = ingester.jvm();
            bench.say("  an aggregator counts what the log has now");
            ingester.checkCounts(bench.newFolder("counts"));
            return List.of(rate(size, figures), memory(size, peak, jvm));
        }
    }

    private static Result rate(int size, Map<String, Figures> figures) {
        Result result = Result.of(
                        "intake", "good lines of one HTTP request", size, "events/s", true, figures.get(MARQUEE))
                .remark(
                        "One POST /v1/ratings a run, to a rating-ingester alone in its JVM, from the first line sent to the"
                                + " end of the answer. The sender makes each line as it sends it, on the same cores.")
                .remark(
                        "Every bad line was named once and with the field that is wrong, no good one was; the log has"
                                + " each good one once, byte for byte; an aggregator's counts of all runs were compared by movie.")
                .remark(
                        "The plain producers have 2 GiB of heap, and all lines or messages in it before the clock starts.");
        for (PlainSender sender : PlainSender.values()) {
            result = result.baseline(sender.label(), figures.get(sender.label()));
        }
        return result;
    }

    private static Result memory(int size, double peak, JvmFigures jvm) {
        return Result.of(
                        "intake-memory",
                        "the ingester's peak resident memory",
                        size,
                        "MiB",
                        false,
                        new Figures(List.of(peak)))
                .remark(
                        "With -Xmx%dm, over all runs. After the last one %.0f MiB of heap were in use; the collector had"
                                        .formatted(LoneIngester.HEAP_MIB, jvm.heapMebibytes())
                                + " paused for %.2f s in all.".formatted(jvm.pauseSeconds()));
    }
}
