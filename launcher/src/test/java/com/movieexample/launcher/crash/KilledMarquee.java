package com.movieexample.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.process.ChildMarquee;
import com.movieexample.testkit.HttpCaller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code marquee up} in a process of its own on one data folder, through stops and kills. So little memory that its
 * stores flush all the time, and commits so rare that most of what is flushed is not committed.
 */
final class KilledMarquee implements AutoCloseable {
    private static final List<String> TINY =
            List.of("--rocksdb-memory=4MiB", "--aggregator-cache=64KiB", "--set=streams.commit.interval.ms=500");
    private static final Pattern FOLDED =
            Pattern.compile("^marquee_fold_events_total\\{.*} (\\S+)$", Pattern.MULTILINE);

    private final Path folder;
    private ChildMarquee up;

    KilledMarquee(Path folder) {
        this.folder = folder;
    }

    /** @return how long it took until it was ready */
    Duration start() throws IOException {
        long begin = System.nanoTime();
        up = ChildMarquee.up(folder, folder.resolve("data"), TINY).awaitReady();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    void stop() throws InterruptedException {
        up.terminate().exitCode();
        assertThat(up.out()).endsWith("Stopped.\n");
    }

    void kill() throws InterruptedException {
        up.kill();
    }

    String ingester() {
        return up.address("rating");
    }

    /** In a process of its own. */
    ChildMarquee startImport(Path ratings) throws IOException {
        return ChildMarquee.start(folder, importing(ratings));
    }

    CommandRun runImport(Path ratings) {
        return CommandRun.of(importing(ratings));
    }

    private List<String> importing(Path ratings) {
        return Stream.concat(
                        Stream.of(
                                "import", "movielens", ratings.toString(), "--rejected=" + folder.resolve("rejected")),
                        Stream.of("metadata", "rating", "movie")
                                .map(service -> "--" + service + "-address=" + up.grpcAddress(service)))
                .toList();
    }

    CommandRun verify() {
        return CommandRun.of(List.of(
                "verify",
                "--bootstrap-servers=" + up.address("Apache Kafka"),
                "--movie-address=" + up.grpcAddress("movie")));
    }

    /** How many events it has folded since it was started. */
    long folded() throws IOException, InterruptedException {
        Matcher counters =
                FOLDED.matcher(http("rating-aggregator").get("/metrics").body());
        return counters.results()
                .mapToLong(counter -> (long) Double.parseDouble(counter.group(1)))
                .sum();
    }

    String movie(String id) throws IOException, InterruptedException {
        return http("movie").get("/v1/movies/" + id).body();
    }

    private HttpCaller http(String service) {
        return new HttpCaller(Integer.parseInt(up.address(service).replaceFirst(".*:", "")));
    }

    @Override
    public void close() {
        if (up != null) {
            up.close();
        }
    }
}
