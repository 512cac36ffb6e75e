package com.movieexample.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The embedded broker in a JVM of its own, as a cluster would be: its work is not in the contender's heap. Not thread-safe. */
public final class BrokerProcess implements AutoCloseable {
    static final String READY = "broker at ";

    private final ChildJvm jvm;
    private final String bootstrapServers;

    private BrokerProcess(ChildJvm jvm, String bootstrapServers) {
        this.jvm = jvm;
        this.bootstrapServers = bootstrapServers;
    }

    /** @param folder holds its data, and its log beside them */
    public static BrokerProcess start(Path folder) throws IOException, InterruptedException {
        ChildJvm jvm = ChildJvm.start(
                List.of("-Xms512m", "-Xmx1g", "-XX:+UseG1GC"),
                BrokerMain.class,
                List.of(folder.resolve("data").toString()),
                folder.resolve("broker.log"));
        try {
            String line = jvm.awaitLine(said -> said.startsWith(READY));
            return new BrokerProcess(jvm, line.substring(READY.length()));
        } catch (IOException | InterruptedException e) {
            jvm.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public long pid() {
        return jvm.pid();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
