package com.movieexample.launcher.importing;

import com.movieexample.api.Positions;
import com.movieexample.launcher.terminal.RecordedTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Imports one file into a target in memory. */
final class FileImport implements Destination {
    final FakeTarget target = new FakeTarget();
    final RecordedTerminal recorded = RecordedTerminal.piped();
    private final Path folder;

    FileImport(Path folder) {
        this.folder = folder;
    }

    /** The exit code of the import of a file of these lines. */
    int run(Function<Path, DataSet> kind, String name, String... lines) {
        return run(kind, name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    int run(Function<Path, DataSet> kind, String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            return new ImportRun(recorded.terminal(), this, kind.apply(file), rejectedFile()).exitCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(String... lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    List<String> rejected() throws IOException {
        return Files.readAllLines(rejectedFile());
    }

    private Path rejectedFile() {
        return folder.resolve("rejected.txt");
    }

    @Override
    public ImportTarget open() {
        return target;
    }

    @Override
    public int inFlight() {
        return 8;
    }

    @Override
    public Optional<String> awaitVisible(Positions positions) {
        return Optional.empty();
    }
}
