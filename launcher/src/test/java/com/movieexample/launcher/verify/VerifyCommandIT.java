package com.movieexample.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.Checkpoints;
import com.movieexample.api.v1.Watermark;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.testkit.TestBroker;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(90)
class VerifyCommandIT {
    private final WrittenLog written = new WrittenLog();
    private final StringWriter out = new StringWriter();
    private FakeMovieQuery query;
    private Exception failure;

    @BeforeEach
    void writeLog() throws Exception {
        query = new FakeMovieQuery();
        written.append(WrittenLog.event("1", "a", 800));
        written.append(WrittenLog.event("1", "b", 1000));
        written.append(WrittenLog.event("1", "a", 800));
        written.append(WrittenLog.event("2/%", "b", 100));
        byte[] elsewhere = WrittenLog.event("1", "c", 100).toMessage().toByteArray();
        written.append(0, null, elsewhere);
        written.append(1, RecordKey.movie("9").bytes(), elsewhere);
        written.append(2, RecordKey.movie("1").bytes(), "garbage".getBytes(StandardCharsets.UTF_8));
        written.append(WrittenLog.event("1", "off the scale", 850));
        written.appendAndAbort(WrittenLog.event("3", "a", 700));
        written.serveBy(query);
    }

    @AfterEach
    void close() {
        query.close();
        written.close();
    }

    private int verify(String... more) {
        CommandLine command = new CommandLine(new VerifyCommand(false))
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    failure = e;
                    return 3;
                });
        String[] all = {
            "--bootstrap-servers",
            TestBroker.bootstrapServers(),
            "--movie-address",
            query.address(),
            "--topic-prefix",
            written.log.topics().prefix()
        };
        String[] arguments = new String[all.length + more.length];
        System.arraycopy(all, 0, arguments, 0, all.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return command.setOverwrittenOptionsAllowed(true).execute(arguments);
    }

    @Test
    void agreesWithWhatIsServedRight() {
        assertThat(verify()).isZero();
        assertThat(out.toString())
                .contains("8 read, 4 good (1 of them superseded), 2 bad, 2 misplaced")
                .contains("2 with 3 live ratings")
                .endsWith("No difference: all 2 records are served as the log has them." + System.lineSeparator());
    }

    @Test
    void findsWhatIsServedWrong() {
        query.aggregates.computeIfPresent(
                "movie/1", (key, good) -> good.toBuilder().setCount(3).build());
        query.aggregates.put("movie/3", query.aggregates.remove("movie/2%2F%25"));

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString())
                .contains("3 differences:")
                .contains("movie/1: count is served as 3, by the log it is 2")
                .contains("movie/2%2F%25 is not served; by the log its count is 1")
                .contains("movie/3 is served with count 1; the log has no event of it");
    }

    @Test
    void namesTheFirstCheckpointThatDiffers() throws Exception {
        RecordKey record = RecordKey.movie("often rated");
        int partition = Partitioning.partitionOf(record.bytes(), WrittenLog.PARTITIONS);
        written.appendTogether(IntStream.range(0, 20_100)
                .mapToObj(user -> WrittenLog.event(record.id(), "user " + user, 800))
                .toList());
        written.serveBy(query);
        FoldedCheckpoints folded = written.expected.checkpoints();
        long good = folded.digestAt(partition, 10_000).orElseThrow();
        serveCheckpoints(partition, good, folded.digestAt(partition, 20_000).orElseThrow());
        assertThat(verify()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Checkpoints:  2 compared, at offsets 10,000 to 20,000");

        serveCheckpoints(partition, good, good);

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 difference:")
                .contains("digest of partition %d at checkpoint 20000: served %016x, by the log "
                        .formatted(partition, good))
                .contains("; the one before, 10000, agrees");
    }

    private void serveCheckpoints(int partition, long... digests) {
        Checkpoints.Builder checkpoints = Checkpoints.newBuilder();
        for (int i = 0; i < digests.length; i++) {
            checkpoints.addCheckpoints(
                    Watermark.newBuilder().setNextOffset((i + 1) * 10_000L).setDigest(digests[i]));
        }
        query.checkpoints.put(partition, checkpoints.build());
    }

    @Test
    void findsAWrongDigestOfAPartition() {
        int partition = Partitioning.partitionOf(RecordKey.movie("1").bytes(), WrittenLog.PARTITIONS);
        query.watermarks.computeIfPresent(
                partition, (key, good) -> good.toBuilder().setDigest(0x0123).build());

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 difference:")
                .contains("digest of partition " + partition + ": served 0000000000000123, by the log ");
    }

    @Test
    void waitsUntilAllOfTheLogIsServed() {
        var whole = Map.copyOf(query.watermarks);
        query.watermarks.clear();
        query.refuse(2);
        int[] asked = new int[1];
        query.onAsked(() -> {
            if (++asked[0] == 3) {
                query.watermarks.putAll(whole);
            }
        });

        assertThat(verify()).isZero();
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void readsOnToWhereTheViewIs() {
        boolean[] appended = new boolean[1];
        int[] asked = new int[1];
        query.onAsked(() -> {
            // Not at the first call, which is before the log is read.
            if (++asked[0] > 1 && !appended[0]) {
                appended[0] = true;
                appendMore();
                written.serveBy(query);
            }
        });

        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("9 read").contains("all 3 records");
    }

    private void appendMore() {
        try {
            written.append(WrittenLog.event("4", "late", 100));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesUpOnAViewThatStaysBehind() {
        int partition = Partitioning.partitionOf(RecordKey.movie("1").bytes(), WrittenLog.PARTITIONS);
        query.watermarks.remove(partition);

        assertThat(verify("--timeout", "1s")).isEqualTo(3);
        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll(
                        "movie-query at " + query.address() + " does not serve all of the log after 1 s",
                        "ratings/" + partition + " is served up to 0");
    }

    @Test
    void saysWhoCantBeReached() throws Exception {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(verify("--movie-address", nobody)).isEqualTo(3);
        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("no movie-query answers at " + nobody + ": ");
        assertThat(verify("--bootstrap-servers", nobody)).isEqualTo(3);
        assertThat(failure).isInstanceOf(KafkaUnavailableException.class).hasMessageContaining(nobody);
    }

    @Test
    void saysWhenTheClusterHoldsNoMarquee() {
        assertThat(verify("--topic-prefix", "none.")).isEqualTo(3);
        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll(TestBroker.bootstrapServers(), "none.ratings", "--topic-prefix");
    }
}
