package com.movieexample.launcher.command;

import com.movieexample.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a process when the JVM is told to stop (Ctrl-C, SIGTERM), and says so. A start that is under way is
 * interrupted, and what it had started closed. Thread-safe.
 */
final class UntilStopped {
    private static final Logger log = LoggerFactory.getLogger(UntilStopped.class);
    private static final Duration UNDONE_WITHIN = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final AutoCloseable process;
    private final AtomicReference<Thread> starter = new AtomicReference<>();
    private final CountDownLatch startOver = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    UntilStopped(AutoCloseable process, Terminal terminal) {
        this.process = process;
        this.terminal = terminal;
    }

    /** From now on the process is closed when the JVM stops. */
    static UntilStopped close(AutoCloseable process, Terminal terminal) {
        UntilStopped until = new UntilStopped(process, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(until::onShutdown, "shutdown"));
        return until;
    }

    /** Starts the process, and closes it when that fails. */
    <T> T start(Callable<T> start) throws Exception {
        starter.set(Thread.currentThread());
        try {
            T started = start.call();
            if (isStopping()) {
                throw new InterruptedException("stopped while it started");
            }
            return started;
        } catch (Exception | Error e) {
            closeOnce();
            throw e;
        } finally {
            starter.set(null);
            startOver.countDown();
        }
    }

    /** Waits for the end. */
    void await() throws InterruptedException {
        stopping.await();
    }

    /** Whether the JVM was told to stop, so that what fails now fails because of that. */
    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    void onShutdown() {
        stopping.countDown();
        if (!closed.get()) {
            terminal.say("");
            terminal.say("Stopping …");
            endStart();
            closeOnce();
            terminal.say("Stopped.");
        }
    }

    private void endStart() {
        Thread starting = starter.get();
        if (starting == null) {
            return;
        }
        starting.interrupt();
        try {
            if (!startOver.await(UNDONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("the start did not end within {} s after it was interrupted", UNDONE_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the process now, or waits for the thread that does; what goes wrong is in the log. */
    synchronized void closeOnce() {
        if (closed.compareAndSet(false, true)) {
            try {
                process.close();
                log.info("stopped");
            } catch (Exception e) {
                log.error("not everything stopped in order", e);
                terminal.complain(e.getMessage() + "; the log says more");
            }
        }
    }
}
