package com.movieexample.topics.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a view's copy. A copy is thrown away by moving it aside in one step and deleting it there: RocksDB could
 * not open one that a kill left half deleted.
 */
final class ViewFolder {
    private final Path folder;
    private final Path aside;
    private final Deletion deletion;

    ViewFolder(Path folder) {
        this(folder, Files::delete);
    }

    ViewFolder(Path folder, Deletion deletion) {
        Path absolute = folder.toAbsolutePath();
        this.folder = absolute;
        this.aside = absolute.resolveSibling(absolute.getFileName() + ".discarded");
        this.deletion = deletion;
    }

    /** Deletes one file or empty folder. */
    @FunctionalInterface
    interface Deletion {
        void delete(Path file) throws IOException;
    }

    /** The folder, made if missing, while nobody has it open; deletes what an earlier process left aside. */
    Path open() throws IOException {
        deleteAside();
        return Files.createDirectories(folder);
    }

    /** Throws away what the folder holds, while nobody has it open. */
    void discard() throws IOException {
        deleteAside();
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        deleteAside();
    }

    /** Removes the folder and what was left aside, while nobody has it open. */
    void remove() throws IOException {
        if (Files.exists(folder)) {
            discard();
        }
        deleteAside();
    }

    private void deleteAside() throws IOException {
        if (!Files.exists(aside)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> files = Files.walk(aside)) {
            innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : innermostFirst) {
            deletion.delete(file);
        }
    }
}
