package com.movieexample.launcher.importing;

import java.util.List;
import java.util.Map;

/** A kind of thing that files hold, in each format. Reading throws {@link com.movieexample.api.InvalidInputException}. */
interface EntryType<T> {
    T ofJson(byte[] utf8);

    /** @param columns the values that are not empty, by the names of their columns */
    T ofColumns(Map<String, String> columns);

    /** Those that it reads. */
    List<String> columns();

    /** Those that a file must have. */
    List<String> requiredColumns();
}
