package com.movieexample.bench.failover;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Reads movies at a steady pace on a thread of its own, whatever becomes of the answers. It begins slowly, since a server
 * that has just started would drown; and so many may be under way at most that it holds back when nobody answers.
 * Thread-safe.
 */
final class PacedReads implements AutoCloseable {
    private static final int UNDER_WAY = 256;
    private static final Duration SLOW_START = Duration.ofSeconds(40);

    private final int perSecond;
    private final int movies;
    private final IntFunction<CompletableFuture<Boolean>> read;
    private final Semaphore underWay = new Semaphore(UNDER_WAY);
    private final Thread thread;
    private volatile boolean closed;

    private long[] nanos = new long[1024];
    private int answers;
    private long wrong;
    private final Map<String, Integer> errors = new TreeMap<>();
    private long longestGap;
    private long lastAnswer = System.nanoTime();

    /** @param read asks for a movie by its number: whether the answer is right, or an error */
    PacedReads(String name, int perSecond, int movies, IntFunction<CompletableFuture<Boolean>> read) {
        this.perSecond = perSecond;
        this.movies = movies;
        this.read = read;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    synchronized PacedReads start() {
        lastAnswer = System.nanoTime();
        thread.start();
        return this;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what came of it is noted
    private void run() {
        SplittableRandom random = new SplittableRandom(perSecond);
        long begun = System.nanoTime();
        for (long due = begun; !closed; due = Math.max(due + pause(due - begun), System.nanoTime())) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            underWay.acquireUninterruptibly();
            long asked = System.nanoTime();
            read.apply(random.nextInt(movies)).whenComplete((right, failure) -> {
                underWay.release();
                note(asked, right, failure);
            });
        }
    }

    /** Until the next read, so long after the first one. */
    private long pause(long nanos) {
        double share = Math.min(1, (nanos + 1e9) / SLOW_START.toNanos());
        return (long) (1e9 / (perSecond * share));
    }

    private synchronized void note(long asked, Boolean right, Throwable failure) {
        if (failure != null) {
            errors.merge(reason(failure), 1, Integer::sum);
        } else if (!right) {
            wrong++;
        } else {
            long now = System.nanoTime();
            longestGap = Math.max(longestGap, now - lastAnswer);
            lastAnswer = now;
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * answers);
            }
            nanos[answers++] = now - asked;
        }
    }

    /** Without the numbers in it, so that there are few. */
    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage()).replaceAll("[0-9]+", "N");
    }

    /** What was seen since the last time. */
    synchronized Seen take() {
        long now = System.nanoTime();
        long[] sorted = Arrays.copyOf(nanos, answers);
        Arrays.sort(sorted);
        double p99 = sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
        Seen seen = new Seen(answers, wrong, Map.copyOf(errors), Math.max(longestGap, now - lastAnswer) / 1e6, p99);
        answers = 0;
        wrong = 0;
        errors.clear();
        longestGap = 0;
        lastAnswer = now;
        return seen;
    }

    @Override
    public void close() {
        closed = true;
    }
}
