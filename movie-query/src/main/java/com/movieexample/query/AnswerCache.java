package com.movieexample.query;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The answers of movies that were asked for lately, as they go to the caller, until a record of the movie changes. An
 * answer is kept only if no change came while it was made, so whoever is let in after a change never finds what was
 * before it. Each movie has one place, which it shares with others. Thread-safe, and nobody waits.
 */
final class AnswerCache<T> {
    /** How many answers it holds at most; a power of two. */
    static final int PLACES = 32_768;

    /** Longer ones are made anew each time, so that all together take 64 MiB at most. */
    static final int LONGEST_BYTES = 2_048;

    private final ToIntFunction<T> bytes;
    /** In each place an {@link Entry}, null, or what the last change has put there. */
    private final AtomicReferenceArray<Object> places = new AtomicReferenceArray<>(PLACES);

    private record Entry<T>(String id, T answer) {}

    /** @param bytes how long an answer is */
    AnswerCache(ToIntFunction<T> bytes) {
        this.bytes = bytes;
    }

    /**
     * The answer that is kept, or else a new one.
     *
     * @param make reads the views; what it does not find is not kept
     */
    @SuppressWarnings("unchecked") // only this class puts entries there
    Optional<T> get(String id, Function<String, Optional<T>> make) {
        int place = placeOf(id);
        Object before = places.get(place);
        if (before instanceof Entry && ((Entry<T>) before).id.equals(id)) {
            return Optional.of(((Entry<T>) before).answer);
        }
        Optional<T> made = make.apply(id);
        if (made.isPresent() && bytes.applyAsInt(made.get()) <= LONGEST_BYTES) {
            // Fails when a change came meanwhile, be it one of another movie in this place.
            places.compareAndSet(place, before, new Entry<>(id, made.get()));
        }
        return made;
    }

    /** To be called once readers of the views find the change, and before any is told that they do. */
    void changed(String id) {
        // A new object each time, so that an answer that was begun before finds another one than it began with.
        places.set(placeOf(id), new Object());
    }

    /** As if every movie had changed. */
    void clear() {
        for (int place = 0; place < PLACES; place++) {
            places.set(place, new Object());
        }
    }

    private static int placeOf(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
