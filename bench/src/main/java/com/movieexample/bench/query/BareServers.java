package com.movieexample.bench.query;

import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.bench.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@link BareServersMain} in a JVM of its own. Not thread-safe. */
final class BareServers implements AutoCloseable {
    private final ChildJvm jvm;
    private final int httpPort;
    private final int grpcPort;

    private BareServers(ChildJvm jvm, String ports) {
        this.jvm = jvm;
        this.httpPort = Integer.parseInt(ports.substring(0, ports.indexOf(' ')));
        this.grpcPort = Integer.parseInt(ports.substring(ports.indexOf(' ') + 1));
    }

    static BareServers start(List<String> jvmOptions, byte[] json, GetMovieDetailsResponse message, Path folder)
            throws IOException, InterruptedException {
        Path jsonFile = Files.write(folder.resolve("answer.json"), json);
        Path messageFile = Files.write(folder.resolve("answer.bin"), message.toByteArray());
        ChildJvm jvm = ChildJvm.start(
                jvmOptions,
                BareServersMain.class,
                List.of(jsonFile.toString(), messageFile.toString()),
                folder.resolve("errors.log"));
        String line = jvm.awaitLine(said -> said.startsWith(BareServersMain.READY));
        return new BareServers(jvm, line.substring(BareServersMain.READY.length()));
    }

    long pid() {
        return jvm.pid();
    }

    int httpPort() {
        return httpPort;
    }

    int grpcPort() {
        return grpcPort;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
