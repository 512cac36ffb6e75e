package com.movieexample.broker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the process when a broker is beyond help. Here the broker is a guest: the wish is logged and told to the
 * owner of the thread group that the asking thread is in, and the process goes on. Thread-safe.
 */
final class ExitTrap {
    private static final Logger log = LoggerFactory.getLogger(ExitTrap.class);
    private static final Map<ThreadGroup, Consumer<BrokerFailedException>> WATCHED = new ConcurrentHashMap<>();

    private ExitTrap() {}

    /** From now on an exit asked for by one of these threads goes to {@code onExit}, on the asking thread. */
    static void watch(ThreadGroup threads, Consumer<BrokerFailedException> onExit) {
        WATCHED.put(threads, onExit);
        Exit.setExitProcedure(ExitTrap::trap);
        Exit.setHaltProcedure(ExitTrap::trap);
    }

    static void forget(ThreadGroup threads) {
        WATCHED.remove(threads);
    }

    private static void trap(int status, String message) {
        BrokerFailedException failure = new BrokerFailedException(status, message);
        log.error("Kafka asked to end the process; it goes on without its broker", failure);
        concerned(Thread.currentThread().getThreadGroup()).forEach(onExit -> onExit.accept(failure));
    }

    /** Of a thread in no watched group, such as one of a shared pool, nobody knows whose it is: all are concerned. */
    private static Collection<Consumer<BrokerFailedException>> concerned(ThreadGroup asking) {
        List<Consumer<BrokerFailedException>> owners = WATCHED.entrySet().stream()
                .filter(watched -> watched.getKey().parentOf(asking))
                .map(Map.Entry::getValue)
                .toList();
        return owners.isEmpty() ? WATCHED.values() : owners;
    }
}
