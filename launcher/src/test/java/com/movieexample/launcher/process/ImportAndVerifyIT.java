package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.Watermark;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import com.movieexample.topics.ViewKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code import movielens} and {@code verify} against everything running, across a restart. */
class ImportAndVerifyIT {
    private static final String MOVIES = """
            movieId,title,genres\r
            1,Toy Story (1995),Adventure|Animation\r
            2,"American President, The (1995)",Comedy\r
            3,Death Note: Desu nôto (2006–2007),(no genres listed)\r
            4,"Unclosed, (1999),Drama\r
            5,Nobody's Film (2001) ,Drama\r
            """;
    private static final String RATINGS = """
            userId,movieId,rating,timestamp\r
            1,1,4.0,964982703\r
            2,1,4.5,964982704\r
            1,1,3.0,964982705\r
            1,2,5.5,964982703\r
            1,2,0.5,964982703\r
            1,3,2.0,99999999999\r
            """;
    private static final String LINKS = "movieId,imdbId,tmdbId\r\n1,0114709,862\r\n2,0112346,\r\n";

    private static final int PARTITIONS = 6;
    private static final RatingAggregate WRONG_AGGREGATE =
            RatingAggregate.newBuilder().setCount(3).setSum(750).build();
    private static final Watermark WRONG_CHECKPOINT =
            Watermark.newBuilder().setNextOffset(10_000).setDigest(0x0123).build();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void importsTwiceVerifiesAndFindsAPlantedDifference(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Path files = movieLens(folder.resolve("ml"));

        try (RunningMarquee marquee = RunningMarquee.start(data)) {
            importAndCheck(marquee, files, folder.resolve("rejected.txt"));
            importAndCheck(marquee, files, folder.resolve("rejected.txt"));
            assertThat(verify(marquee)).as(text()).isZero();
        }
        try (RunningMarquee marquee = RunningMarquee.start(data)) {
            checkAnswers(marquee);
            assertThat(verify(marquee)).as(text()).isZero();
            assertThat(text()).contains("Checkpoints:  none yet");

            rateTenThousandTimes(marquee, RecordKey.movie("1"));
            assertThat(verify(marquee)).as(text()).isZero();
            assertThat(text()).contains("Checkpoints:  1 compared, at offsets 10,000 to 10,000");

            int partition = partitionOf(RecordKey.movie("1"));
            plant(marquee, partition, ViewKeys.checkpoint(partition, 10_000), WRONG_CHECKPOINT.toByteArray());
            plant(marquee, partition, RecordKey.movie("1").bytes(), WRONG_AGGREGATE.toByteArray());
            await().until(() -> marquee.get(marquee.addresses().movie(), "/v1/movies/1")
                    .body()
                    .contains("\"count\":3,"));

            assertThat(verify(marquee)).isEqualTo(1);
            assertThat(text())
                    .contains("2 differences:")
                    .contains("digest of partition " + partition + " at checkpoint 10000: served 0000000000000123, ")
                    .contains("movie/1: count is served as 3, by the log it is 10002; ");
        }
    }

    private static int partitionOf(RecordKey record) {
        return Partitioning.partitionOf(record.bytes(), PARTITIONS);
    }

    /** By as many users, straight into the log, so that its partition comes to a checkpoint. */
    private static void rateTenThousandTimes(RunningMarquee marquee, RecordKey record) throws Exception {
        TopicDefinition<String, RatingEvent> ratings = new Topics("", PARTITIONS, 1).ratings();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, RatingEvent> producer = clients(marquee).producer("rater", ratings)) {
            for (int user = 0; user < 10_000; user++) {
                RatingEvent event = new RatedEvent(
                                record, "user " + user, OptionalInt.of(400), OptionalLong.of(964_982_703_000L))
                        .toMessage();
                sent.add(producer.send(new ProducerRecord<>(ratings.name(), record.toString(), event)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private static KafkaClients clients(RunningMarquee marquee) {
        return new KafkaClients(marquee.addresses().bootstrapServers(), Map.of());
    }

    private void importAndCheck(RunningMarquee marquee, Path files, Path rejected) throws Exception {
        Addresses at = marquee.addresses();
        int exitCode = run(
                "import",
                "movielens",
                files.toString(),
                "--metadata-address=" + at.metadata().grpc(),
                "--rating-address=" + at.rating().grpc(),
                "--movie-address=" + at.movie().grpc(),
                "--rejected=" + rejected);

        assertThat(exitCode).as(text()).isEqualTo(1);
        assertThat(text()).contains(rejected.toString());
        assertThat(Files.readString(rejected))
                .contains("movies.csv:5:")
                .contains("ratings.csv:5: value is \"5.5\", expected 0.5 to 5 in steps of 0.5")
                .contains("ratings.csv:7: ratedAt is ")
                .hasLineCount(3);
        checkAnswers(marquee);
    }

    private static void checkAnswers(RunningMarquee marquee) throws Exception {
        Addresses at = marquee.addresses();
        assertThat(marquee.get(at.movie(), "/v1/movies/1").body())
                .contains("\"title\":\"Toy Story\",\"year\":1995,\"genres\":[\"Adventure\",\"Animation\"]")
                .contains("\"externalIds\":{\"imdb\":\"tt0114709\",\"tmdb\":\"862\"}")
                .contains("\"count\":2,\"sum\":7.5,\"mean\":3.75");
        assertThat(marquee.get(at.movie(), "/v1/movies/2").body())
                .contains("\"title\":\"American President, The\",\"year\":1995")
                .contains("\"externalIds\":{\"imdb\":\"tt0112346\"}")
                .contains("\"count\":1,\"sum\":0.5");
        assertThat(marquee.get(at.movie(), "/v1/movies/3").body())
                .contains("\"title\":\"Death Note: Desu nôto (2006–2007)\",\"genres\":[]")
                .contains("\"count\":0,\"sum\":0,\"histogram\":[]");
        assertThat(marquee.get(at.movie(), "/v1/movies/5").body())
                .contains("\"title\":\"Nobody's Film\",\"year\":2001");
    }

    private static Path movieLens(Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("movies.csv"), MOVIES);
        Files.writeString(folder.resolve("ratings.csv"), RATINGS);
        Files.writeString(folder.resolve("links.csv"), LINKS);
        return folder;
    }

    /** Writes into the topic that movie-query serves from, behind the fold's back. */
    private static void plant(RunningMarquee marquee, int partition, byte[] key, byte[] value) throws Exception {
        String topic = new Topics("", PARTITIONS, 1).aggregates(1);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                clients(marquee).settings("planter", Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
        }
    }

    private int verify(RunningMarquee marquee) {
        return run(
                "verify",
                "--bootstrap-servers=" + marquee.addresses().bootstrapServers(),
                "--movie-address=" + marquee.addresses().movie().grpc());
    }

    private int run(String... arguments) {
        output.reset();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        CommandLine marquee = MarqueeCommand.commandLine(new Terminal(stream, stream, false, false));
        PrintWriter writer = new PrintWriter(stream, true, StandardCharsets.UTF_8);
        return marquee.setOut(writer).setErr(writer).execute(arguments);
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
