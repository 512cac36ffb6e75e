package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.rebuild.ReplayedLog.Reach;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.ProgressBar;
import com.movieexample.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Watches the fold of a generation until it has caught up with the log. */
final class Replay {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOOKS_AFTER_NS = TimeUnit.SECONDS.toNanos(2);
    private static final Duration TELL_PARTITIONS_EVERY = Duration.ofSeconds(2);

    /** Restoring and starting may take long; without any progress for so long somebody should look. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ReplayedLog log;
    private final Terminal terminal;
    private final boolean eachPartition;

    Replay(ReplayedLog log, Terminal terminal, boolean eachPartition) {
        this.log = log;
        this.terminal = terminal;
        this.eachPartition = eachPartition;
    }

    /**
     * Returns once it has passed what the log held when this was asked.
     *
     * @throws LaunchException when it makes no progress
     */
    void await() {
        Reach first = log.reach();
        long start = System.nanoTime();
        try (ProgressBar bar = new ProgressBar(terminal, "replays", first.total())) {
            Reach reach = first;
            long moved = start;
            long now = start;
            long told = start;
            while (!reach.hasPassed(first.ends()) && !hasOnlyMarkersLeft(now - moved, first, reach)) {
                LockSupport.parkNanos(LOOK_EVERY_NS);
                long before = reach.done();
                reach = log.reach();
                now = System.nanoTime();
                moved = reach.done() > before ? now : moved;
                requireProgress(now - moved, reach);
                bar.update(reach.done(), reach.done() - first.done());
                if (eachPartition && now - told > TELL_PARTITIONS_EVERY.toNanos()) {
                    told = now;
                    terminal.say(partitions(reach));
                }
            }
            terminal.say(told(reach.done() - first.done(), Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    /** Looked for only when nothing has moved for a while, since it reads the log. */
    private boolean hasOnlyMarkersLeft(long silentFor, Reach first, Reach reach) {
        return silentFor > LOOKS_AFTER_NS && log.hasNothingBefore(first.ends(), reach);
    }

    private static String told(long events, Duration took) {
        long perSecond = Math.round(events * 1e9 / Math.max(1, took.toNanos()));
        return "Replayed %s in %s, %s a second"
                .formatted(Figures.count(events, "event"), Figures.duration(took), Figures.count(perSecond));
    }

    private static String partitions(Reach reach) {
        return reach.ends().entrySet().stream()
                .map(end -> "%d: %s of %s"
                        .formatted(
                                end.getKey(),
                                Figures.count(reach.committed().getOrDefault(end.getKey(), 0L)),
                                Figures.count(end.getValue())))
                .collect(Collectors.joining(", ", "  ", ""));
    }

    private void requireProgress(long silentFor, Reach reach) {
        if (Thread.currentThread().isInterrupted()) {
            throw new LaunchException("interrupted; marquee rebuild goes on, marquee rebuild cancel ends it");
        }
        if (silentFor > SILENCE.toNanos()) {
            throw new LaunchException(
                    "generation %d has folded nothing for %d s (%s of %s events); is a rating-aggregator running? marquee rebuild goes on, marquee rebuild cancel ends it"
                            .formatted(
                                    log.generation(),
                                    SILENCE.toSeconds(),
                                    Figures.count(reach.done()),
                                    Figures.count(reach.total())));
        }
    }
}
