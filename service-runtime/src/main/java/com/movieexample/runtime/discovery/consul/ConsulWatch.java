package com.movieexample.runtime.discovery.consul;

import com.movieexample.runtime.discovery.ServiceInstance;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the instances of one service with blocking queries, on a thread of its own. While Consul errs, or knows of
 * nobody all of a sudden, as after losing its data, the last good list stands: whether an instance answers is then for
 * its callers to find out.
 */
final class ConsulWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConsulWatch.class);
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 8_000;

    private final ConsulAgent agent;
    private final String service;
    private final Consumer<List<ServiceInstance>> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean told;
    private List<ServiceInstance> last = List.of();
    private long index;
    private long pauseMs = FIRST_PAUSE_MS;

    ConsulWatch(ConsulAgent agent, String service, Consumer<List<ServiceInstance>> listener) {
        this.agent = agent;
        this.service = service;
        this.listener = listener;
    }

    ConsulWatch start() {
        Thread thread = new Thread(this::run, "consul-watch-" + service);
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        while (!isClosed()) {
            try {
                ConsulAgent.Answer answer = agent.usableAfter(service, index);
                // An index that went back is of another life of Consul's; 0 would not wait.
                index = answer.index() < index ? 0 : Math.max(1, answer.index());
                pauseMs = FIRST_PAUSE_MS;
                found(answer.instances());
            } catch (ConsulException e) {
                failed(e);
            }
        }
    }

    private void found(List<ServiceInstance> instances) {
        if (instances.isEmpty() && !last.isEmpty()) {
            log.warn("Consul knows no usable instance of {} any more; the last {} stay", service, last.size());
        } else if (!told || !instances.equals(last)) {
            last = instances;
            tell(instances);
        }
    }

    private void failed(ConsulException e) {
        log.warn("the instances of {} can't be followed: {}", service, e.getMessage());
        if (!told) {
            // Who waits for a first list is told that there is none, rather than to wait on.
            tell(List.of());
        }
        index = 0;
        pause(ThreadLocalRandom.current().nextLong(pauseMs / 2, pauseMs));
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }

    private synchronized void tell(List<ServiceInstance> instances) {
        if (isClosed()) {
            return;
        }
        told = true;
        try {
            listener.accept(instances);
        } catch (RuntimeException e) {
            log.warn("a listener for instances of {} failed", service, e);
        }
    }

    private void pause(long millis) {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                log.debug("the watch of {} was closed", service);
            }
        } catch (InterruptedException e) {
            close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** The listener is not called after this. */
    @Override
    public synchronized void close() {
        closed.countDown();
    }
}
