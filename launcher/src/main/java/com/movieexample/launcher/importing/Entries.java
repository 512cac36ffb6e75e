package com.movieexample.launcher.importing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a file holds, one after the other and in bounded memory. Not thread-safe; does not own the file. */
interface Entries<T> {
    /**
     * The next entry; empty at the end.
     *
     * @throws UnusableFileException if no entry can be told from the next one any more
     */
    Optional<Entry<T>> next() throws IOException;

    /** The columns of the file that mean nothing here. */
    default List<String> unknownColumns() {
        return List.of();
    }
}
