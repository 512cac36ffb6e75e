package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {
    private final List<String> closed = new ArrayList<>();
    private final Teardown teardown = new Teardown();

    @Test
    void closesTheOtherWayRoundAndOnce() {
        add("broker");
        add("service");

        teardown.close();
        teardown.close();

        assertThat(closed).containsExactly("service", "broker");
    }

    @Test
    void closesTheRestWhenOneFails() {
        add("broker");
        addBroken("view");
        addBroken("service");

        assertThatThrownBy(teardown::close)
                .hasMessage("not everything stopped in order: service is broken")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("view is broken"));
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void addsItsFailuresToTheOneThatItCleansUpAfter() {
        addBroken("service");
        Exception failure = new Exception("no start");

        teardown.closeAfter(failure);

        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("not everything stopped in order: service is broken");
    }

    @Test
    void anInterruptedThreadClosesInPeaceAndStaysInterrupted() {
        List<Boolean> interrupted = new ArrayList<>();
        teardown.add(() -> interrupted.add(Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();

        teardown.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).containsExactly(false);
    }

    private void add(String name) {
        teardown.add(() -> closed.add(name));
    }

    private void addBroken(String name) {
        teardown.add(() -> {
            throw new IllegalStateException(name + " is broken");
        });
    }
}
