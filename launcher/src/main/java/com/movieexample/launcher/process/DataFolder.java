package com.movieexample.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder with all data and the log of one process, which holds it alone while it runs. Only what Marquee put there
 * is ever deleted.
 */
public final class DataFolder implements AutoCloseable {
    /** Marks a folder as one of ours, and carries the lock. */
    private static final String MARKER = "marquee.lock";

    private static final String BROKER = "broker";
    private static final String LOG = "log";

    /** Everything that may be in it. */
    private static final Set<String> OURS = Set.of(
            BROKER, LOG, "metadata-service", "rating-aggregator", "movie-query", "metadata", "movie", "sample-loaded");

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the folder, made if missing.
     *
     * @param fresh whether to remove what an earlier run left in it
     * @throws LaunchException if another process has it, or it can't be used
     */
    public static DataFolder open(Path folder, boolean fresh) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            requireOurs(root);
            // Asked first because createDirectories refuses a link to a folder on JDK 17.
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
            }
            DataFolder taken = new DataFolder(root, lock(root));
            if (fresh) {
                taken.clear();
            }
            return taken;
        } catch (IOException e) {
            throw new LaunchException("the data folder " + root + " can't be used: " + reason(e), e);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new LaunchException(root + " is a file, expected a folder; choose another with --data");
        }
        if (Files.isDirectory(root) && !Files.exists(root.resolve(MARKER)) && !isEmpty(root)) {
            throw new LaunchException(
                    root + " holds other files and no data of Marquee; choose another folder with --data");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException denied
                ? "no permission to write " + denied.getFile()
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new LaunchException("the data folder " + root
                    + " is in use by another process; stop that one or choose another folder with --data");
        }
        return channel;
    }

    private void clear() throws IOException {
        for (String name : OURS) {
            Path entry = root.resolve(name);
            if (Files.exists(entry)) {
                deleteTree(entry);
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public Path root() {
        return root;
    }

    public Path broker() {
        return of(BROKER);
    }

    public Path logFile() {
        return of(LOG).resolve("marquee.log");
    }

    /** Holds what a service keeps. */
    public Path of(String name) {
        if (!OURS.contains(name)) {
            throw new IllegalArgumentException(name + " would not be removed with the data");
        }
        return root.resolve(name);
    }

    /** Whether something that is done once in a folder's life has been done. */
    public boolean has(String mark) {
        return Files.exists(of(mark));
    }

    /** Remembers that it has been done. */
    public void mark(String mark) throws IOException {
        Files.writeString(of(mark), "");
    }

    /** Removes all that Marquee put there, and the folder if nothing else is in it, and lets go of it. */
    public void delete() throws IOException {
        clear();
        Files.delete(root.resolve(MARKER));
        if (isEmpty(root)) {
            Files.delete(root);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
