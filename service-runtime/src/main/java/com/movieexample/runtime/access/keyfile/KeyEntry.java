package com.movieexample.runtime.access.keyfile;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.access.ApiKey;
import com.movieexample.runtime.access.Rights;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A key as the file has it; what it leaves out is no right. */
public record KeyEntry(
        String name,
        String sha256,
        List<String> providers,
        List<String> recordTypes,
        Boolean metadata,
        Boolean operator) {
    private static final String NAME_FORM = "[A-Za-z0-9._-]{1,64}";
    private static final String HASH_FORM = "[0-9a-fA-F]{64}";

    ApiKey toKey() {
        require("name", name, NAME_FORM, "1 to 64 of A-Z, a-z, 0-9, '.', '_' and '-'");
        require("sha256", sha256, HASH_FORM, "64 hex digits");
        return new ApiKey(
                name,
                sha256,
                new Rights(
                        set(providers),
                        set(recordTypes),
                        Boolean.TRUE.equals(metadata),
                        Boolean.TRUE.equals(operator)));
    }

    private static void require(String field, String text, String form, String expected) {
        if (text == null || !text.matches(form)) {
            throw new InvalidInputException(field, Objects.requireNonNullElse(text, ""), expected);
        }
    }

    private static Set<String> set(List<String> names) {
        return names == null ? Set.of() : Set.copyOf(names);
    }
}
