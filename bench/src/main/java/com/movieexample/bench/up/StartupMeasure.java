package com.movieexample.bench.up;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.process.BrokerProcess;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code startup}: seconds from the command to ready, from nothing and with a million ratings, and to its end. */
public final class StartupMeasure implements Measure {
    private static final int SIZE = 1_000_000;
    private static final int RUNS = 3;

    private static final double RESTART_TARGET = 6;
    private static final double AFTER_KILL_TARGET = 15;
    private static final double STOP_TARGET = 10;

    private Figures fresh = Figures.NONE;
    private Figures restart = Figures.NONE;
    private Figures afterKill = Figures.NONE;
    private Figures stop = Figures.NONE;
    private Figures broker = Figures.NONE;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String description() {
        return "./marquee up: start, restart, restart after SIGKILL, stop; three minutes";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        int runs = Math.min(bench.runs(), RUNS);
        bench.say("  %d runs of each start, after one that may build".formatted(runs));
        try (MarqueeUp warmUp = MarqueeUp.start(bench.newFolder("warm-up"))) {
            warmUp.stop();
        }
        Path data = bench.newFolder("data");
        load(bench, data);
        for (int run = 0; run < runs; run++) {
            startAfresh(bench);
            restart(data);
            bench.say("  run %d of %d: fresh %.1f s, restart %.1f s, after SIGKILL %.1f s, stop %.1f s"
                    .formatted(
                            run + 1,
                            runs,
                            fresh.runs().get(run),
                            restart.runs().get(run),
                            afterKill.runs().get(run),
                            stop.runs().get(run)));
        }
        return results();
    }

    private static void load(Bench bench, Path data) throws IOException, InterruptedException, ExecutionException {
        try (MarqueeUp marquee = MarqueeUp.start(data)) {
            WorkloadTopic loaded =
                    WorkloadTopic.load(marquee.bootstrapServers(), MarqueeUp.TOPIC_PREFIX, bench.workload(SIZE));
            new LoadedMarquee(marquee).await(loaded);
            marquee.stop();
        }
    }

    /** From empty folders: Marquee, and the broker that it holds alone. */
    private void startAfresh(Bench bench) throws IOException, InterruptedException {
        try (MarqueeUp marquee = MarqueeUp.start(bench.newFolder("fresh"))) {
            fresh = fresh.and(marquee.readyAfter());
            marquee.stop();
        }
        long startedAt = System.nanoTime();
        BrokerProcess alone = BrokerProcess.start(bench.newFolder("broker"));
        broker = broker.and((System.nanoTime() - startedAt) / 1e9);
        alone.close();
    }

    /** After a clean stop, and then after a kill; what it stopped cleanly is ready for the next run. */
    private void restart(Path data) throws IOException, InterruptedException {
        try (MarqueeUp marquee = MarqueeUp.start(data)) {
            restart = restart.and(marquee.readyAfter());
            marquee.kill();
        }
        try (MarqueeUp marquee = MarqueeUp.start(data)) {
            afterKill = afterKill.and(marquee.readyAfter());
            stop = stop.and(marquee.stop());
        }
    }

    private List<Result> results() {
        return List.of(
                seconds("startup-fresh", "from an empty folder to ready", 0, fresh)
                        .baseline("broker alone", broker),
                seconds("startup-restart", "from a clean stop to ready", SIZE, restart)
                        .target(target("restart within 6 s", restart, RESTART_TARGET)),
                seconds("startup-after-kill", "from a SIGKILL to ready", SIZE, afterKill)
                        .target(target("ready after SIGKILL within 15 s", afterKill, AFTER_KILL_TARGET)),
                seconds("startup-stop", "from SIGTERM to the end", SIZE, stop)
                        .target(target("stop within 10 s", stop, STOP_TARGET)));
    }

    private static Result seconds(String id, String title, int size, Figures figures) {
        return Result.of(id, "./marquee up, " + title, size, "s", false, figures)
                .remark("The script's own work counts; its archive of classes is in place after the first starts.");
    }

    private static Result.Target target(String text, Figures figures, double most) {
        return Result.Target.atMost(text, figures.median(), most);
    }
}
