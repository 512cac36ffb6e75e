package com.movieexample.launcher.importing;

import com.google.common.io.CountingInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An open file, unpacked while it is read if its name ends in {@code .gz}. Not thread-safe. */
final class SourceFile implements Closeable {
    static final String PACKED = ".gz";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final CountingInputStream stored;
    private final InputStream content;

    private SourceFile(Path path, CountingInputStream stored) throws IOException {
        this.path = path;
        this.stored = stored;
        this.content = path.toString().endsWith(PACKED) ? new GZIPInputStream(stored, BUFFER_BYTES) : stored;
    }

    static SourceFile open(Path path) throws IOException {
        CountingInputStream stored = new CountingInputStream(Files.newInputStream(path));
        try {
            return new SourceFile(path, stored);
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** The file's name without folders, as messages show it. */
    String name() {
        return path.getFileName().toString();
    }

    InputStream content() {
        return content;
    }

    /** How many bytes of the stored file were read so far. */
    long bytesRead() {
        return stored.getCount();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
