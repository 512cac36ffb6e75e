package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UntilStoppedTest {
    private final TerminalOutput output = new TerminalOutput();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final UntilStopped until = new UntilStopped(() -> closed.add("process"), output.terminal());

    @Test
    void closesTheProcessWhenTheJvmStopsAndSaysSo() throws Exception {
        assertThat(until.start(() -> "started")).isEqualTo("started");

        until.onShutdown();
        until.await();

        assertThat(until.isStopping()).isTrue();
        assertThat(closed).containsExactly("process");
        assertThat(output.out()).containsExactly("", "Stopping …", "Stopped.");
    }

    @Test
    void closesWhatDidNotStartAndSaysNothingMore() {
        assertThatThrownBy(() -> until.start(() -> {
                    throw new IllegalStateException("no start");
                }))
                .hasMessage("no start");

        until.onShutdown();

        assertThat(closed).containsExactly("process");
        assertThat(output.out()).isEmpty();
    }

    @Test
    void interruptsAStartAndWaitsUntilItIsUndone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Throwable> start = new FutureTask<>(() -> failureOf(begun));
        new Thread(start, "starter").start();
        begun.await();

        until.onShutdown();

        assertThat(closed).containsExactly("process");
        assertThat(start.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(output.out()).endsWith("Stopped.");
    }

    private Throwable failureOf(CountDownLatch begun) {
        try {
            until.start(() -> {
                begun.countDown();
                new CountDownLatch(1).await();
                return "never";
            });
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void closesOnceOnly() {
        until.closeOnce();
        until.closeOnce();
        until.onShutdown();

        assertThat(closed).containsExactly("process");
        assertThat(output.out()).isEmpty();
    }

    @Test
    void tellsWhatDidNotStop() {
        UntilStopped broken = new UntilStopped(
                () -> {
                    throw new IllegalStateException("the fold hangs");
                },
                output.terminal());

        broken.onShutdown();

        assertThat(output.err()).containsExactly("marquee: the fold hangs; the log says more");
    }
}
