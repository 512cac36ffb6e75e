package com.movieexample.launcher.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is imported: a file or folder of a known kind, read once. */
interface DataSet {
    Path path();

    /** @throws UnusableFileException unless it is of its kind, as far as its beginnings tell */
    void check();

    /** In bytes, as it lies on the disk. */
    long size() throws IOException;

    /**
     * Hands over all there is; does not wait for the last puts.
     *
     * @throws UnusableFileException if it can't be read on
     */
    void readInto(Intake intake) throws IOException;

    /** For the user: {@code 2 movies and 3 ratings}. */
    String counts(ImportSummary summary);

    /** What else the user should know of what was read, a line each. */
    default List<String> remarks() {
        return List.of();
    }

    /** What to do after an import that stopped in the middle. */
    String howToGoOn();
}
