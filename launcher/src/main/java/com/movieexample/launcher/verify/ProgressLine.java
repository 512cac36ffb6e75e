package com.movieexample.launcher.verify;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** A line on the terminal that says how many events have been read, a few times a second. Not thread-safe. */
public final class ProgressLine implements LongConsumer, AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String CLEARED = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean shown;
    private long drawnAt = System.nanoTime();

    /** @param shown false where a line can't be written over, as in a file */
    public ProgressLine(PrintWriter out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    @Override
    public void accept(long events) {
        if (shown && System.nanoTime() - drawnAt > PAUSE) {
            out.print(CLEARED + String.format(Locale.ROOT, "%,d events read", events));
            out.flush();
            drawnAt = System.nanoTime();
        }
    }

    @Override
    public void close() {
        if (shown) {
            out.print(CLEARED);
            out.flush();
        }
    }
}
