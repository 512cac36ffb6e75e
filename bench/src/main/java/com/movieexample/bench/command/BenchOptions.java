package com.movieexample.bench.command;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line says.
 *
 * @param out for the report
 * @param work for temporary folders
 * @param sizes empty for the usual ones
 */
record BenchOptions(Path out, Path work, long seed, int runs, List<Integer> sizes, boolean isLong) {
    BenchOptions {
        sizes = List.copyOf(sizes);
    }
}
