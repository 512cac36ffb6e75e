package com.movieexample.bench.command;

import com.movieexample.bench.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What happens when the JVM is told to stop (Ctrl-C, SIGTERM): the measuring thread is interrupted and gets some time
 * to put away what it has; then no process that this one started goes on, and its temporary folder is gone. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    private static final int UNDONE_WITHIN_SECONDS = 20;

    private final Thread measuring;
    private final Path folder;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile boolean underWay;

    private Interruption(Thread measuring, Path folder) {
        this.measuring = measuring;
        this.folder = folder;
    }

    static Interruption of(Thread measuring, Path folder) {
        Interruption interruption = new Interruption(measuring, folder);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Nothing is measured any more. */
    @Override
    public void close() {
        over.countDown();
        if (!underWay) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stop() {
        underWay = true;
        measuring.interrupt();
        stopChildren(ProcessHandle::destroy);
        try {
            over.await(UNDONE_WITHIN_SECONDS, TimeUnit.SECONDS);
            stopChildren(ProcessHandle::destroyForcibly);
            FolderTree.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("marquee: " + folder + " could not be deleted: " + e);
        }
    }

    private static void stopChildren(Consumer<ProcessHandle> stop) {
        ProcessHandle.current().descendants().forEach(stop);
    }
}
