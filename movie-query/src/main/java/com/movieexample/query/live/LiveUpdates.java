package com.movieexample.query.live;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.lifecycle.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Tells those who watch movies ({@code K} is an id) or charts ({@code K} is a query) of changes. One thread reads the new
 * state of each, once for all who watch it, as soon as a change comes but no oftener than is allowed: what changes
 * meanwhile is in the next state. The views' threads only leave word. Owns its thread; thread-safe.
 */
public final class LiveUpdates<K, M> implements Component, MovieListener {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final long BEAT_EVERY = Duration.ofSeconds(10).toNanos();
    private static final long CLOSES_WITHIN_MS = 2_000;

    private final Settings settings;
    private final Function<K, Update<M>> states;
    private final Function<String, Optional<K>> subjectOfMovie;
    private final Thread thread;
    private final Map<K, Subject<M>> subjects = new ConcurrentHashMap<>();
    private final AtomicInteger watchers = new AtomicInteger();
    private final Set<K> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean allChanged = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean closed;
    private long beatAt = System.nanoTime();

    /**
     * How much of it there may be.
     *
     * @param name of what is watched, in the plural, for threads and errors
     * @param interval between two updates of one subject
     * @param mostWatchers over all subjects
     * @param mostSubjects that are watched at a time
     */
    public record Settings(String name, Duration interval, int mostWatchers, int mostSubjects) {}

    /**
     * @param states reads the state of a subject; fails while it can't be read
     * @param subjectOfMovie the one that changes with a movie; empty if all may
     */
    public LiveUpdates(Settings settings, Function<K, Update<M>> states, Function<String, Optional<K>> subjectOfMovie) {
        this.settings = settings;
        this.states = states;
        this.subjectOfMovie = subjectOfMovie;
        this.thread = new Thread(this::run, name());
    }

    @Override
    public String name() {
        return "live-" + settings.name();
    }

    @Override
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * From now on until the watcher is removed, beginning with the state as it is.
     *
     * @throws ServiceException if too many watch already
     */
    public void watch(K key, Watcher<M> watcher) {
        requireRoom(key);
        watchers.incrementAndGet();
        subjects.compute(key, (same, known) -> {
            long never = System.nanoTime() - settings.interval.toNanos();
            Subject<M> subject = known == null ? new Subject<>(() -> states.apply(key), never) : known;
            subject.add(watcher);
            return subject;
        });
        changed.add(key);
        wake();
    }

    /** As {@link #watch} once something is known; if it fails the watcher is told why. */
    @SuppressWarnings("FutureReturnValueIgnored") // what fails in it is told
    public void watchAfter(CompletableFuture<?> known, K key, Watcher<M> watcher) {
        known.thenAccept(done -> watch(key, watcher)).exceptionally(failure -> {
            watcher.fail(Problems.report(failure, "watching " + settings.name));
            return null;
        });
    }

    /** @throws ServiceException if too many watch already; a few more may come at the same time */
    public void requireRoom(K key) {
        if (closed) {
            throw ServiceException.unavailable("the service is stopping", RETRY_AFTER);
        }
        if (subjects.size() >= settings.mostSubjects && !subjects.containsKey(key)) {
            throw ServiceException.unavailable(
                    "%d different %s are watched, expected fewer".formatted(settings.mostSubjects, settings.name),
                    RETRY_AFTER);
        }
        if (watchers.get() >= settings.mostWatchers) {
            throw ServiceException.unavailable(
                    "%d watch %s, expected fewer".formatted(settings.mostWatchers, settings.name), RETRY_AFTER);
        }
    }

    /** Does nothing if it was removed before. */
    public void remove(K key, Watcher<M> watcher) {
        subjects.computeIfPresent(key, (same, subject) -> {
            if (subject.remove(watcher)) {
                watchers.decrementAndGet();
            }
            return subject.isWatched() ? subject : null;
        });
    }

    /** How many watch. */
    public int watchers() {
        return watchers.get();
    }

    @Override
    public void metadataRestored() {
        changed();
    }

    @Override
    public void described(Metadata metadata) {
        changed(metadata.getId());
    }

    @Override
    public void describedNoMore(String id) {
        changed(id);
    }

    @Override
    public void rated(String id, RatingAggregate aggregate) {
        changed(id);
    }

    @Override
    public void wentOver() {
        changed();
    }

    private void changed(String id) {
        if (subjects.isEmpty()) {
            return;
        }
        Optional<K> subject = subjectOfMovie.apply(id);
        if (subject.isEmpty()) {
            changed();
        } else if (subjects.containsKey(subject.get()) && changed.add(subject.get())) {
            wake();
        }
    }

    /** Everything may have. */
    private void changed() {
        if (!allChanged.getAndSet(true)) {
            wake();
        }
    }

    private void wake() {
        if (!told.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            told.set(false);
            long nothingFor = round();
            if (!told.get() && !closed) {
                LockSupport.parkNanos(this, nothingFor);
            }
        }
    }

    /** Tells of what has changed, as far as it may be told of now, and says for how long nothing is to be done then. */
    private long round() {
        if (allChanged.getAndSet(false)) {
            changed.addAll(subjects.keySet());
        }
        long soonest = beat();
        for (K key : List.copyOf(changed)) {
            soonest = Math.min(soonest, tell(key));
        }
        return soonest;
    }

    /** For how long nothing is to be done with it then. */
    private long tell(K key) {
        Subject<M> subject = subjects.get(key);
        if (subject == null) {
            changed.remove(key);
            return BEAT_EVERY;
        }
        long interval = settings.interval.toNanos();
        long early = subject.refreshedAt() + interval - System.nanoTime();
        if (early > 0) {
            return early;
        }
        // Before it is read: what comes meanwhile is a change again.
        changed.remove(key);
        if (!subject.refresh()) {
            changed.add(key);
        }
        return changed.contains(key) ? interval : BEAT_EVERY;
    }

    private long beat() {
        long now = System.nanoTime();
        if (now - beatAt >= BEAT_EVERY) {
            beatAt = now;
            subjects.values().forEach(Subject::beat);
        }
        return beatAt + BEAT_EVERY - now;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSES_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        subjects.values().forEach(Subject::end);
    }
}
