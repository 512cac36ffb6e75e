package com.movieexample.bench.process;

import com.movieexample.launcher.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One service of Marquee as a user starts it, in a JVM of its own and on free ports of loopback. Not thread-safe. */
public final class MarqueeJvm implements AutoCloseable {
    private static final Pattern ADDRESSES =
            Pattern.compile(".* http://127\\.0\\.0\\.1:(\\d+)  gRPC 127\\.0\\.0\\.1:(\\d+)");

    private final ChildJvm jvm;
    private final int httpPort;
    private final int grpcPort;

    private MarqueeJvm(ChildJvm jvm, int httpPort, int grpcPort) {
        this.jvm = jvm;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    /**
     * Returns when it listens; see {@link #awaitReady()}.
     *
     * @param command and its arguments, such as {@code query}; where to find the log is among them
     * @param folder holds its data and its log
     * @param grpcPort 0 for a free one
     */
    public static MarqueeJvm start(List<String> jvmOptions, List<String> command, Path folder, int grpcPort)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--data", folder.resolve("data").toString(), "--port", "0"));
        arguments.addAll(List.of("--grpc-port", Integer.toString(grpcPort)));
        ChildJvm jvm = ChildJvm.start(jvmOptions, Main.class, arguments, folder.resolve("errors.log"));
        Matcher listens =
                ADDRESSES.matcher(jvm.awaitLine(line -> ADDRESSES.matcher(line).matches()));
        if (!listens.matches()) {
            throw new IllegalStateException("the service said where it listens, and now it does not");
        }
        return new MarqueeJvm(jvm, Integer.parseInt(listens.group(1)), Integer.parseInt(listens.group(2)));
    }

    public MarqueeJvm awaitReady() throws IOException, InterruptedException {
        jvm.awaitLine(line -> line.startsWith("Ready after "));
        return this;
    }

    public int httpPort() {
        return httpPort;
    }

    public int grpcPort() {
        return grpcPort;
    }

    public long pid() {
        return jvm.pid();
    }

    /** As a crash does. */
    public void kill() throws InterruptedException {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
