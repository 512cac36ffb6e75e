package com.movieexample.bench.intake;

import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.bench.process.PeakMemory;
import com.movieexample.bench.query.MovieLog;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.topics.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** {@code ./marquee ingester} in a process of its own with little heap, on a log of its own. Owns both; not thread-safe. */
final class LoneIngester implements AutoCloseable {
    static final int HEAP_MIB = 256;

    private static final String CONTENDER = "marquee";

    private final String bootstrapServers;
    private final MovieLog log;
    private final MarqueeJvm process;
    private final LogContents contents;
    private final List<RatingWorkload> written = new ArrayList<>();

    private LoneIngester(String bootstrapServers, MovieLog log, MarqueeJvm process) {
        this.bootstrapServers = bootstrapServers;
        this.log = log;
        this.process = process;
        this.contents = new LogContents(
                new KafkaClients(bootstrapServers, Map.of()), log.topics().ratings());
    }

    /**
     * Returns when it is ready.
     *
     * @param folder for its data and what it logs
     */
    static LoneIngester start(String bootstrapServers, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        MovieLog log = new MovieLog(bootstrapServers, "bench-intake-" + System.nanoTime() + ".");
        MarqueeJvm process = null;
        try {
            process = log.start(List.of("-Xmx" + HEAP_MIB + "m"), List.of("ingester"), folder);
            return new LoneIngester(bootstrapServers, log, process.awaitReady());
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (process != null) {
                process.close();
            }
            log.close();
            throw e;
        }
    }

    /**
     * Sends it the lines in one request, and checks what it answers and what the log has then.
     *
     * @return good lines a second
     */
    double take(IntakeLines lines) throws IOException {
        written.add(lines.events());
        double seconds = new IntakeRequest(process.httpPort()).send(CONTENDER, lines);
        contents.requireNext(CONTENDER, lines.events());
        return lines.good() / seconds;
    }

    /** Checks what an aggregator counts of all that was ever sent. */
    void checkCounts(Path folder) throws Exception {
        FoldedLog.check(CONTENDER, bootstrapServers, log.topics(), folder, written);
    }

    /** The most resident memory at any time, in MiB; 0 where the system does not say. */
    double peakMebibytes() throws IOException {
        return (double) PeakMemory.ofProcess(Path.of("/proc", Long.toString(process.pid()), "status")) / (1 << 20);
    }

    JvmFigures jvm() throws IOException {
        return JvmFigures.of(process.httpPort());
    }

    @Override
    public void close() throws ExecutionException {
        process.close();
        log.close();
    }
}
