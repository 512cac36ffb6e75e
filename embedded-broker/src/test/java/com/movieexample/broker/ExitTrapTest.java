package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExitTrapTest {
    private final ThreadGroup one = new ThreadGroup("one");
    private final ThreadGroup other = new ThreadGroup("other");
    private final List<BrokerFailedException> ofOne = new CopyOnWriteArrayList<>();
    private final List<BrokerFailedException> ofOther = new CopyOnWriteArrayList<>();

    @BeforeEach
    void watchBoth() {
        ExitTrap.watch(one, ofOne::add);
        ExitTrap.watch(other, ofOther::add);
    }

    @AfterEach
    void forgetBoth() {
        ExitTrap.forget(one);
        ExitTrap.forget(other);
    }

    @Test
    void anExitIsToldToTheOwnerOfTheThreadOnly() throws InterruptedException {
        run(one, () -> Exit.exit(3, "disk full"));

        assertThat(ofOne)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("the broker gave up with status 3: disk full"));
        assertThat(ofOther).isEmpty();
    }

    @Test
    void aHaltIsTrappedToo() throws InterruptedException {
        run(new ThreadGroup(other, "inner"), () -> Exit.halt(1));

        assertThat(ofOther)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("the broker gave up with status 1: see the log"));
        assertThat(ofOne).isEmpty();
    }

    @Test
    void anExitOnASharedThreadConcernsEveryBroker() {
        Exit.exit(1);

        assertThat(ofOne).hasSize(1);
        assertThat(ofOther).hasSize(1);
    }

    private static void run(ThreadGroup group, Runnable action) throws InterruptedException {
        Thread thread = new Thread(group, action);
        thread.start();
        thread.join();
    }
}
