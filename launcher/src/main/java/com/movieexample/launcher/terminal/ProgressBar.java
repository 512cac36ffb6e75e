package com.movieexample.launcher.terminal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far a long job has got. On a terminal it is one line, rewritten in place a few times a second and taken away at
 * the end; elsewhere a plain line each quarter and every few seconds, without control characters. Thread-safe.
 */
public final class ProgressBar implements AutoCloseable {
    private static final Duration REWRITE_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int WIDTH = 28;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final String job;
    private final long total;
    private final LongSupplier nanoTime;
    private final long start;

    private long lastShown;
    private int lastQuarter;
    private boolean closed;

    /**
     * @param job what is being done, in a word or two
     * @param total the work of the whole job, in any unit
     */
    public ProgressBar(Terminal terminal, String job, long total) {
        this(terminal, job, total, System::nanoTime);
    }

    ProgressBar(Terminal terminal, String job, long total, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.job = job;
        this.total = total;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastShown = start;
    }

    /**
     * Tells of progress; cheap, and shown only when it is time to.
     *
     * @param done the work done so far, in the unit of the total
     * @param count how many things were dealt with so far
     */
    public synchronized void update(long done, long count) {
        long now = nanoTime.getAsLong();
        if (closed || !isDue(now, done)) {
            return;
        }
        lastShown = now;
        lastQuarter = quarter(done);
        if (terminal.interactive()) {
            terminal.out().print(ERASE_LINE + job + " " + bar(done) + " " + figures(now - start, done, count));
            terminal.out().flush();
        } else {
            terminal.say(job + " " + figures(now - start, done, count));
        }
    }

    /** Takes the line off the terminal; what is told later is not shown. */
    @Override
    public synchronized void close() {
        if (!closed && terminal.interactive()) {
            terminal.out().print(ERASE_LINE);
            terminal.out().flush();
        }
        closed = true;
    }

    private boolean isDue(long now, long done) {
        if (terminal.interactive()) {
            return now - lastShown >= REWRITE_EVERY.toNanos();
        }
        return quarter(done) > lastQuarter || now - lastShown >= LINE_EVERY.toNanos();
    }

    private String bar(long done) {
        int filled = (int) (share(done) * WIDTH);
        return "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "]";
    }

    private String figures(long nanos, long done, long count) {
        long percent = (long) (share(done) * 100);
        long perSecond = Math.round(count * 1e9 / Math.max(1, nanos));
        return "%3d%%  %s  %s/s%s"
                .formatted(percent, Figures.count(count), Figures.count(perSecond), timeLeft(nanos, done));
    }

    private String timeLeft(long nanos, long done) {
        double share = share(done);
        if (share <= 0 || share >= 1) {
            return "";
        }
        return "  " + Figures.duration(Duration.ofNanos((long) (nanos * (1 - share) / share))) + " left";
    }

    private int quarter(long done) {
        return (int) (share(done) * 4);
    }

    private double share(long done) {
        return total == 0 ? 1 : Math.min(1, (double) done / total);
    }
}
