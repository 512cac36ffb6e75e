package com.movieexample.launcher.importing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The ids of the movies of one file. One thread meets them, puts may be answered on any. */
final class MovieIds {
    private final Map<String, Boolean> taken = new ConcurrentHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final AtomicLong distinct = new AtomicLong();

    /** Whether it was met before. */
    boolean isRepeated(String id) {
        boolean again = taken.putIfAbsent(id, false) != null;
        if (again) {
            repeated.add(id);
        }
        return again;
    }

    /** The log has a record under this id. */
    void taken(String id) {
        if (Boolean.FALSE.equals(taken.put(id, true))) {
            distinct.incrementAndGet();
        }
    }

    /** How many ids the log has a record under. */
    long distinct() {
        return distinct.get();
    }

    /** Those that were met more than once, in the order in which that was noticed. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }
}
