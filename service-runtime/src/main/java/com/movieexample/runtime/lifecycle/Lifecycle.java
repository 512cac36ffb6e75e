package com.movieexample.runtime.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts components in order and closes them the other way round. When one fails to start, those before it are closed
 * again. Closing goes on past a component that fails or hangs. Thread-safe; a close waits for a start to return.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final String name;
    private final List<Component> components;
    private final Duration closeLimit;
    private final Deque<Component> running = new ArrayDeque<>();
    private boolean over;

    /**
     * @param name of the service, for logs and threads
     * @param closeLimit how long each component may take to close
     */
    public Lifecycle(String name, List<? extends Component> components, Duration closeLimit) {
        this.name = name;
        this.components = List.copyOf(components);
        this.closeLimit = closeLimit;
    }

    /**
     * Once only.
     *
     * @throws Exception what the component threw that failed to start; failures of closing the others are suppressed
     */
    public synchronized void start() throws Exception {
        if (over || !running.isEmpty()) {
            throw new IllegalStateException(name + " was started or closed before");
        }
        try {
            for (Component component : components) {
                LOG.debug("{}: starting {}", name, component.name());
                running.push(component);
                component.start();
            }
        } catch (Exception | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    /** Also on a thread whose interruption was the failure: it is not to cut the closing short. */
    private void closeAfter(Throwable failure) {
        boolean interrupted = Thread.interrupted();
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Idempotent.
     *
     * @throws IllegalStateException naming the first component that failed or hung; the others are suppressed
     */
    @Override
    public synchronized void close() {
        over = true;
        IllegalStateException failure = null;
        while (!running.isEmpty()) {
            try {
                new BoundedClose(name, running.pop()).run(closeLimit);
            } catch (IllegalStateException e) {
                LOG.warn("{}", e.getMessage(), e.getCause());
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
