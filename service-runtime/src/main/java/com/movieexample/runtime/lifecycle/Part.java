package com.movieexample.runtime.lifecycle;

import com.movieexample.runtime.health.CheckResult;
import java.util.function.Supplier;

/**
 * Makes a component of something that knows nothing of components: how it starts, what it says of itself, what to
 * close.
 */
@SuppressWarnings("try") // what it closes may be interrupted, as any component's close
public record Part(String name, Start starting, Supplier<CheckResult> checking, AutoCloseable resource)
        implements Component {
    /** What a start does. */
    @FunctionalInterface
    public interface Start {
        void run() throws Exception;
    }

    /** Something that runs as soon as it is made and has nothing to say. */
    public static Part running(String name, AutoCloseable resource) {
        return new Part(name, () -> {}, CheckResult::ok, resource);
    }

    @Override
    public void start() throws Exception {
        starting.run();
    }

    @Override
    public CheckResult check() {
        return checking.get();
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
