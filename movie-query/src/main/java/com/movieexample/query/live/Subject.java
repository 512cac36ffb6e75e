package com.movieexample.query.live;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is watched, with those who do. Thread-safe, but refreshed by one thread only. */
final class Subject<M> {
    private static final Logger LOG = LoggerFactory.getLogger(Subject.class);

    private final Supplier<Update<M>> state;
    /** With the state that each was told of last; empty for none yet. */
    private final Map<Watcher<M>, String> watchers = new ConcurrentHashMap<>();

    private long refreshedAt;

    /** @param state reads it as it is now */
    Subject(Supplier<Update<M>> state, long neverRefreshed) {
        this.state = state;
        this.refreshedAt = neverRefreshed;
    }

    void add(Watcher<M> watcher) {
        watchers.put(watcher, "");
    }

    /** Whether it was there. */
    boolean remove(Watcher<M> watcher) {
        return watchers.remove(watcher) != null;
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    /** When it was, by {@link System#nanoTime()}. */
    long refreshedAt() {
        return refreshedAt;
    }

    /** Tells those of it who don't know it yet; false while it can't be read, which is to be tried again. */
    boolean refresh() {
        refreshedAt = System.nanoTime();
        Optional<Update<M>> read = read();
        read.ifPresent(update -> watchers.forEach((watcher, told) -> {
            if (!told.equals(update.etag())) {
                tell(watcher, update);
                // Unless it went away over that.
                watchers.replace(watcher, told, update.etag());
            }
        }));
        return read.isPresent();
    }

    /** One who fails against the rule is not to keep the others from being told. */
    private void tell(Watcher<M> watcher, Update<M> update) {
        try {
            watcher.update(update);
        } catch (RuntimeException e) {
            LOG.error("somebody who watches can't be told", e);
            watcher.end();
        }
    }

    private Optional<Update<M>> read() {
        try {
            return Optional.of(state.get());
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            if (problem.kind() == ErrorKind.INTERNAL) {
                LOG.error("what is watched can't be read", e);
            } else {
                LOG.debug("what is watched can't be read now: {}", problem.detail());
            }
            return Optional.empty();
        }
    }

    void beat() {
        watchers.keySet().forEach(Watcher::beat);
    }

    void end() {
        watchers.keySet().forEach(Watcher::end);
    }
}
