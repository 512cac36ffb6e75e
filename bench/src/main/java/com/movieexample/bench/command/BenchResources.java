package com.movieexample.bench.command;

import com.movieexample.bench.Bench;
import com.movieexample.bench.BenchException;
import com.movieexample.bench.FolderTree;
import com.movieexample.bench.process.BrokerProcess;
import com.movieexample.bench.report.Numbers;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** What measures share: a broker, topics and folders, all in one temporary folder. Owns them; for one thread. */
final class BenchResources implements Bench, AutoCloseable {
    /** So much stays free on the disk whatever is measured. */
    private static final long SPARE_BYTES = 1L << 30;

    /** An event in the log takes about 35; the rest is for segments that the broker allocates ahead. */
    private static final long TOPIC_BYTES_PER_EVENT = 60;

    private final BenchOptions options;
    private final Path folder;
    private final Consumer<String> say;
    private final Map<Integer, WorkloadTopic> topics = new HashMap<>();
    private Path measureFolder;
    private BrokerProcess broker;

    private BenchResources(BenchOptions options, Path folder, Consumer<String> say) {
        this.options = options;
        this.folder = folder;
        this.say = say;
    }

    static BenchResources in(BenchOptions options, Consumer<String> say) throws IOException {
        return new BenchResources(options, Files.createTempDirectory(options.work(), "marquee-bench-"), say);
    }

    Path folder() {
        return folder;
    }

    /** The folder of the measure that is about to begin. */
    void begin(String measure) throws IOException {
        measureFolder = Files.createDirectory(folder.resolve("measure-" + measure));
    }

    /** Deletes what the measure wrote. */
    void end() throws IOException {
        FolderTree.delete(measureFolder);
    }

    @Override
    public long seed() {
        return options.seed();
    }

    @Override
    public int runs() {
        return options.runs();
    }

    @Override
    public boolean isLong() {
        return options.isLong();
    }

    @Override
    public List<Integer> sizes(Integer... usual) {
        return options.sizes().isEmpty() ? List.of(usual) : options.sizes();
    }

    @Override
    public BrokerProcess broker() throws IOException, InterruptedException {
        if (broker == null) {
            broker = BrokerProcess.start(Files.createDirectory(folder.resolve("broker")));
        }
        return broker;
    }

    @Override
    public WorkloadTopic topic(int size) throws IOException, InterruptedException, ExecutionException {
        WorkloadTopic topic = topics.get(size);
        if (topic == null) {
            needDisk(size * TOPIC_BYTES_PER_EVENT);
            say("  loading " + Numbers.whole(size) + " events into a topic");
            topic = WorkloadTopic.load(broker().bootstrapServers(), workload(size));
            topics.put(size, topic);
        }
        return topic;
    }

    @Override
    public Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(measureFolder, name + "-");
    }

    @Override
    public void needDisk(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes + SPARE_BYTES) {
            throw new BenchException("%s has %s free, expected %s: make room, or name another folder with --work"
                    .formatted(options.work(), Numbers.bytes(free), Numbers.bytes(bytes + SPARE_BYTES)));
        }
    }

    @Override
    public void say(String line) {
        say.accept(line);
    }

    @Override
    public void close() throws IOException {
        if (broker != null) {
            broker.close();
        }
        FolderTree.delete(folder);
    }
}
