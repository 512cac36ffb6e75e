package com.movieexample.runtime.lifecycle;

import com.movieexample.runtime.health.CheckResult;

/**
 * A part of a service that runs: it is started once, closed once or more often, and not started again. Start and close
 * are called by one thread at a time, {@link #check} by any.
 */
@SuppressWarnings("try")
public interface Component extends AutoCloseable {
    /** For logs, health and error messages: lower case with dashes, unique in its service. */
    String name();

    /** Returns when the component does its work; one that failed to start has undone what it began. */
    void start() throws Exception;

    /** Cheap: says what is known, asks nobody. */
    default CheckResult check() {
        return CheckResult.ok();
    }

    /** Idempotent; also called on a component that never started. */
    @Override
    void close() throws Exception;
}
