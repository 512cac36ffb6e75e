package com.movieexample.launcher.importing;

import java.util.function.Supplier;

/** What is done should the user press Ctrl-C in the middle of some work. */
final class Interruption {
    private Interruption() {}

    /** Does the work; runs the action, on another thread, if the process is asked to end meanwhile. */
    static <T> T guard(Supplier<T> work, Runnable whenInterrupted) {
        Thread hook = new Thread(whenInterrupted, "import-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the action has its turn.
        }
    }
}
