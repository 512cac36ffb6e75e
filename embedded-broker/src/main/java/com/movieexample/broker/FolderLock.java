package com.movieexample.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to use a data folder, held by at most one broker at a time; the system takes it back from a dead process. */
final class FolderLock implements AutoCloseable {
    // Looked at before the file is opened: to close a second channel on a file drops the process's lock on POSIX
    // systems.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder when it does not exist.
     *
     * @throws DataFolderInUseException when another broker holds it
     */
    static FolderLock acquire(Path folder) throws IOException {
        // Asked first because createDirectories refuses a link to a folder on JDK 17.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path real = folder.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new DataFolderInUseException(folder);
        }
        try {
            return new FolderLock(real, lock(real));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataFolderInUseException(folder);
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
