package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

            plant(marquee, RecordKey.movie("1"));

            assertThat(verify(marquee)).isEqualTo(1);
            assertThat(text()).contains("movie/1").contains("count");
        }
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

    /** Writes another aggregate into the topic that movie-query serves from, behind the fold's back. */
    private static void plant(RunningMarquee marquee, RecordKey record) throws Exception {
        KafkaClients clients = new KafkaClients(marquee.addresses().bootstrapServers(), Map.of());
        RatingAggregate wrong =
                RatingAggregate.newBuilder().setCount(3).setSum(750).build();
        String topic = new Topics("", 6, 1).aggregates(1);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                clients.settings("planter", Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            int partition = Partitioning.partitionOf(record.bytes(), 6);
            producer.send(new ProducerRecord<>(topic, partition, record.bytes(), wrong.toByteArray()))
                    .get();
        }
        await().until(() -> marquee.get(marquee.addresses().movie(), "/v1/movies/" + record.id())
                .body()
                .contains("\"count\":3"));
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
