package com.movieexample.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The answers of movies that were asked for lately, as they go to the caller, until a record of the movie changes. An
 * answer is kept only if no change came while it was made, so whoever is let in after a change never finds what was
 * before it. Each movie has one place, which it shares with others; a place holds a few answers. Thread-safe, and nobody
 * waits.
 */
final class AnswerCache<T> {
    /** How many places there are; a power of two. */
    private static final int PLACES = 8_192;

    /** With one each, every third of 20,000 movies would displace another that is asked for as often. */
    private static final int ANSWERS_IN_A_PLACE = 4;

    /** How many answers it holds at most. */
    static final int MOST_ANSWERS = PLACES * ANSWERS_IN_A_PLACE;

    /** Longer ones are made anew each time, so that all together take 64 MiB at most. */
    static final int LONGEST_BYTES = 2_048;

    private final ToIntFunction<T> bytes;
    private final AtomicReferenceArray<Place<T>> places = new AtomicReferenceArray<>(PLACES);

    private record Entry<T>(String id, T answer) {}

    /**
     * What a place holds, the latest first. Never changed, only replaced by another object: whoever finds the same object
     * as before knows that nothing came between.
     */
    private static final class Place<T> {
        private final List<Entry<T>> entries;

        private Place(Stream<Entry<T>> entries) {
            this.entries = entries.toList();
        }

        /** Null if there is none. */
        private T answerOf(String id) {
            for (Entry<T> entry : entries) {
                if (entry.id.equals(id)) {
                    return entry.answer;
                }
            }
            return null;
        }

        private Place<T> with(Entry<T> latest) {
            return new Place<>(
                    Stream.concat(Stream.of(latest), entries.stream()).limit(ANSWERS_IN_A_PLACE));
        }

        private Place<T> without(String id) {
            return new Place<>(entries.stream().filter(entry -> !entry.id.equals(id)));
        }
    }

    /** @param bytes how long an answer is */
    AnswerCache(ToIntFunction<T> bytes) {
        this.bytes = bytes;
        clear();
    }

    /**
     * The answer that is kept, or else a new one.
     *
     * @param make reads the views; what it does not find is not kept
     */
    Optional<T> get(String id, Function<String, Optional<T>> make) {
        int index = placeOf(id);
        Place<T> before = places.get(index);
        T kept = before.answerOf(id);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<T> made = make.apply(id);
        if (made.isPresent() && bytes.applyAsInt(made.get()) <= LONGEST_BYTES) {
            // Fails when a change came meanwhile, be it one of another movie in this place.
            places.compareAndSet(index, before, before.with(new Entry<>(id, made.get())));
        }
        return made;
    }

    /** To be called once readers of the views find the change, and before any is told that they do. */
    void changed(String id) {
        // Another object also when the answer was not kept, so that one that is being made is not kept either.
        places.updateAndGet(placeOf(id), place -> place.without(id));
    }

    /** As if every movie had changed. */
    void clear() {
        for (int place = 0; place < PLACES; place++) {
            places.set(place, new Place<>(Stream.empty()));
        }
    }

    private static int placeOf(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
