package com.movieexample.runtime.access;

import java.util.Set;

/**
 * What somebody may change. Reading needs no right.
 *
 * @param providers whose ratings may be written; {@link #ANY} among them stands for all
 * @param recordTypes that may be rated; the same
 * @param metadata whether metadata may be written
 * @param operator whether dead letters and the like may be handled
 */
public record Rights(Set<String> providers, Set<String> recordTypes, boolean metadata, boolean operator) {
    public static final String ANY = "*";

    static final Rights ALL = new Rights(Set.of(ANY), Set.of(ANY), true, true);
    static final Rights NONE = new Rights(Set.of(), Set.of(), false, false);

    public Rights {
        providers = Set.copyOf(providers);
        recordTypes = Set.copyOf(recordTypes);
    }

    boolean coversProvider(String providerId) {
        return covers(providers, providerId);
    }

    boolean coversRecordType(String recordType) {
        return covers(recordTypes, recordType);
    }

    private static boolean covers(Set<String> allowed, String name) {
        return allowed.contains(ANY) || allowed.contains(name);
    }
}
