package com.movieexample.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Writes down what happens to it; its name says how it misbehaves. */
    private final class Part implements Component {
        private final String name;

        private Part(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            events.add("+" + name);
            if (name.contains("no-start")) {
                throw new IllegalStateException(name + " does not start");
            }
        }

        @Override
        public void close() {
            events.add("-" + name);
            if (name.contains("hangs")) {
                hang();
            }
            if (name.contains("no-close")) {
                throw new IllegalStateException(name + " does not close");
            }
        }

        private void hang() {
            CountDownLatch never = new CountDownLatch(1);
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    events.add("interrupted");
                }
            }
        }
    }

    @Test
    void startsInOrderAndClosesTheOtherWayRound() throws Exception {
        Lifecycle lifecycle = lifecycle(LONG, "a", "b", "c");
        lifecycle.start();
        lifecycle.close();
        assertThat(events).containsExactly("+a", "+b", "+c", "-c", "-b", "-a");
    }

    @Test
    void anInterruptedStartIsUndoneAllTheSame() {
        Lifecycle lifecycle = lifecycle(LONG, "a", "no-start");
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(lifecycle::start);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessage("no-start does not start").hasNoSuppressedExceptions();
        assertThat(events).containsExactly("+a", "+no-start", "-no-start", "-a");
    }

    @Test
    void closesOnce() throws Exception {
        Lifecycle lifecycle = lifecycle(LONG, "a");
        lifecycle.start();
        lifecycle.close();
        lifecycle.close();
        assertThat(events).containsExactly("+a", "-a");
    }

    @Test
    void closesNothingThatWasNotStarted() {
        lifecycle(LONG, "a").close();
        assertThat(events).isEmpty();
    }

    @Test
    void startsOnce() throws Exception {
        Lifecycle lifecycle = lifecycle(LONG, "a");
        lifecycle.start();
        assertThatThrownBy(lifecycle::start).hasMessage("test was started or closed before");
        lifecycle.close();
        assertThatThrownBy(lifecycle::start).hasMessage("test was started or closed before");
        assertThat(events).containsExactly("+a", "-a");
    }

    @Test
    void undoesTheStartWhenOneFailsInTheMiddle() {
        Lifecycle lifecycle = lifecycle(LONG, "a", "b-no-close", "c-no-start", "d");

        assertThatThrownBy(lifecycle::start)
                .hasMessage("c-no-start does not start")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(suppressed -> assertThat(suppressed)
                                .hasMessage("test: b-no-close failed to close: b-no-close does not close")));
        assertThat(events).containsExactly("+a", "+b-no-close", "+c-no-start", "-c-no-start", "-b-no-close", "-a");
    }

    @Test
    void goesOnPastComponentsThatFailToClose() throws Exception {
        Lifecycle lifecycle = lifecycle(LONG, "a", "b-no-close", "c-no-close");
        lifecycle.start();

        assertThatThrownBy(lifecycle::close)
                .hasMessage("test: c-no-close failed to close: c-no-close does not close")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(events).endsWith("-c-no-close", "-b-no-close", "-a");
    }

    @Test
    void leavesAComponentBehindThatHangsOnClose() throws Exception {
        Lifecycle lifecycle = lifecycle(SHORT, "a", "b-hangs");
        lifecycle.start();

        assertThatThrownBy(lifecycle::close).hasMessage("test: b-hangs was not closed after 50 ms, went on without it");
        assertThat(events).contains("-b-hangs", "-a");
    }

    private Lifecycle lifecycle(Duration limit, String... names) {
        return new Lifecycle("test", List.of(names).stream().map(Part::new).toList(), limit);
    }
}
