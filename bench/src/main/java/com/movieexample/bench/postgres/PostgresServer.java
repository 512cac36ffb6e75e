package com.movieexample.bench.postgres;

import com.movieexample.bench.FolderTree;
import com.movieexample.bench.solution.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server on loopback with a new data folder, which goes when it is closed. Not thread-safe. */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Process process;
    private final DatabaseAddress address;

    private PostgresServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.address = new DatabaseAddress(PostgresBinaries.user(), port, process.pid());
    }

    /** Returns when it takes connections. */
    public static PostgresServer start(PostgresBinaries binaries) throws IOException, InterruptedException {
        // Not in the bench's own folder, which may be closed to the user that the server runs as.
        Path folder = Files.createTempDirectory("marquee-bench-postgres-");
        try {
            binaries.own(folder);
            initialize(binaries, folder);
            return start(binaries, folder);
        } catch (IOException | InterruptedException | RuntimeException e) {
            FolderTree.delete(folder);
            throw e;
        }
    }

    private static void initialize(PostgresBinaries binaries, Path folder) throws IOException, InterruptedException {
        List<String> command = binaries.command(
                "initdb", "-D", data(folder), "--auth=trust", "--no-locale", "--encoding=UTF8", "--no-sync");
        Process initialization = launch(command, folder);
        if (initialization.waitFor() != 0) {
            throw new IOException("initdb failed: " + Files.readString(log(folder)));
        }
    }

    private static PostgresServer start(PostgresBinaries binaries, Path folder)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command =
                new ArrayList<>(binaries.command("postgres", "-D", data(folder), "-p", Integer.toString(port)));
        command.addAll(PostgresTuning.arguments());
        PostgresServer server = new PostgresServer(folder, launch(command, folder), port);
        try {
            server.awaitConnections();
            return server;
        } catch (IOException | InterruptedException e) {
            server.stop();
            throw e;
        }
    }

    private void awaitConnections() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<SQLException> refusal = tryToConnect();
        while (refusal.isPresent()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL did not start: " + Files.readString(log(folder)), refusal.get());
            }
            TimeUnit.MILLISECONDS.sleep(50);
            refusal = tryToConnect();
        }
    }

    private Optional<SQLException> tryToConnect() {
        try {
            DriverManager.getConnection(address.url("postgres")).close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        stop();
        FolderTree.delete(folder);
    }

    private void stop() {
        // Asks it to stop once nobody is connected.
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(List<String> command, Path folder) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static String data(Path folder) {
        return folder.resolve("data").toString();
    }

    private static Path log(Path folder) {
        return folder.resolve("postgres.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
