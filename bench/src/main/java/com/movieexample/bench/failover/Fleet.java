package com.movieexample.bench.failover;

import com.movieexample.bench.Bench;
import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.bench.query.MovieLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several aggregators, a movie-query and a rating-ingester, a process each. Not thread-safe. */
public final class Fleet implements AutoCloseable {
    /** So many processes have to share the machine. */
    static final List<String> SMALL = List.of("-Xmx384m", "-XX:+UseSerialGC");

    private final List<String> jvmOptions;
    private final MovieLog log;
    private final List<Path> folders = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<MarqueeJvm> aggregators = new ArrayList<>();
    private MarqueeJvm query;
    private MarqueeJvm ingester;

    /**
     * Returns when all are ready.
     *
     * @param jvmOptions of each
     */
    public Fleet(Bench bench, MovieLog log, int aggregatorCount, List<String> jvmOptions)
            throws IOException, InterruptedException {
        this.log = log;
        this.jvmOptions = jvmOptions;
        try {
            start(bench, aggregatorCount);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(Bench bench, int aggregatorCount) throws IOException, InterruptedException {
        for (int i = 0; i < aggregatorCount; i++) {
            folders.add(bench.newFolder("aggregator"));
            ports.add(freePort());
            aggregators.add(startAggregator(i).awaitReady());
        }
        String addresses = aggregatorAddresses();
        query = log.start(jvmOptions, List.of("query"), bench.newFolder("query"))
                .awaitReady();
        ingester = log.start(
                        jvmOptions,
                        List.of("ingester", "--set", "address.rating-aggregator=" + addresses),
                        bench.newFolder("ingester"))
                .awaitReady();
    }

    /** The same one each time that an aggregator is started again, so that others find it. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private MarqueeJvm startAggregator(int number) throws IOException, InterruptedException {
        return log.start(jvmOptions, List.of("aggregator"), folders.get(number), ports.get(number));
    }

    /** Of their gRPC, with commas between. */
    public String aggregatorAddresses() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    public MarqueeJvm query() {
        return query;
    }

    public MarqueeJvm ingester() {
        return ingester;
    }

    int aggregators() {
        return aggregators.size();
    }

    void kill(int number) throws InterruptedException {
        aggregators.get(number).kill();
    }

    /** Asks it to stop, and waits until it has. */
    void stop(int number) {
        aggregators.get(number).close();
    }

    /** Returns when it is ready. */
    void startAgain(int number) throws IOException, InterruptedException {
        aggregators.set(number, startAggregator(number).awaitReady());
    }

    @Override
    public void close() {
        if (ingester != null) {
            ingester.close();
        }
        if (query != null) {
            query.close();
        }
        aggregators.forEach(MarqueeJvm::close);
    }
}
