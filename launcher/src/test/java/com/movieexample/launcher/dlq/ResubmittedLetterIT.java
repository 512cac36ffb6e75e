package com.movieexample.launcher.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.launcher.terminal.RecordedTerminal;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the aggregated rating when a dead letter of the router comes back. Each test has movies of its own. */
@Timeout(120)
class ResubmittedLetterIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RATINGS = "ratings";
    private static final String LETTERS = "ratings-dlq";
    private static final OptionalLong NO_TIME = OptionalLong.empty();

    private static RunningMarquee marquee;
    private static Addresses at;
    private static KafkaClients clients;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        marquee = RunningMarquee.start(folder);
        at = marquee.addresses();
        clients = new KafkaClients(at.bootstrapServers(), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    /** What the router makes of a bad event that a foreign client writes. */
    private static DeadLetter deadLetterOf(String movie, String user, int value, OptionalLong ratedAt)
            throws Exception {
        RawTopic ratings = new RawTopic(clients, RATINGS);
        byte[] event = new RatedEvent(RecordKey.movie(movie), user, OptionalInt.of(value), ratedAt)
                .toMessage()
                .toByteArray();
        ratings.append(List.of(ratings.entry(0, null, event)));
        return await().atMost(PATIENCE)
                .until(() -> letterOf(movie), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<DeadLetter> letterOf(String movie) {
        return new DeadLetterTopic(clients, LETTERS, PATIENCE)
                        .read(letter -> Optional.of(letter)
                                .filter(found -> found.event()
                                        .filter(event -> event.getRecordId().equals(movie))
                                        .isPresent()))
                        .values()
                        .stream()
                        .findFirst();
    }

    /** Runs the command, which has to go well, and returns where the event is now. */
    private static String resubmit(Position origin, String... more) throws Exception {
        StringWriter out = new StringWriter();
        assertThat(run(out, origin, more)).as(out.toString()).isZero();
        return JSON.readTree(out.toString()).get("position").asText();
    }

    private static int run(StringWriter out, Position origin, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("dlq", "resubmit", origin.toString(), "--json", "--bootstrap-servers", at.bootstrapServers()));
        arguments.addAll(List.of(more));
        return MarqueeCommand.commandLine(RecordedTerminal.piped().terminal())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** Through the front door, and returns where it is. */
    private static String rate(String movie, String user, String value, Instant ratedAt) throws Exception {
        HttpResponse<String> answer = marquee.put(
                at.rating(),
                "/v1/records/movie/" + movie + "/ratings/" + user,
                "{\"value\":" + value + ",\"ratedAt\":\"" + ratedAt + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue(Positions.HEADER).orElseThrow();
    }

    private static String aggregated(String movie, String position) throws Exception {
        HttpResponse<String> answer =
                marquee.get(at.rating(), "/v1/records/movie/" + movie + "/rating", Positions.HEADER, position);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode ratingOf(String movie, String user) throws Exception {
        return JSON.readTree(marquee.get(at.rating(), "/v1/records/movie/" + movie + "/ratings/" + user)
                .body());
    }

    @Test
    void anEventThatWasTooFarAheadCountsAsSoonAsItsTimeHasCome() throws Exception {
        // Dead, since the log's clock has a minute of tolerance; fine some seconds later.
        Instant ahead = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(65);
        rate("ahead", "trinity", "2", Instant.parse("2026-01-01T00:00:00Z"));
        DeadLetter letter = deadLetterOf("ahead", "neo", 450, OptionalLong.of(ahead.toEpochMilli()));

        StringWriter out = new StringWriter();
        await().atMost(PATIENCE).until(() -> run(out, letter.origin()) == 0);

        List<String> lines = out.toString().lines().toList();
        String position =
                JSON.readTree(lines.get(lines.size() - 1)).get("position").asText();
        assertThat(aggregated("ahead", position))
                .isEqualTo("{\"count\":2,\"sum\":6.5,\"mean\":3.25,\"histogram\":["
                        + "{\"value\":2,\"count\":1},{\"value\":4.5,\"count\":1}]}");
        assertThat(ratingOf("ahead", "neo").get("ratedAt").asText()).isEqualTo(ahead.toString());
        assertThat(letterOf("ahead")).isEmpty();
    }

    @Test
    void aMendedEventCountsJustAsTheRightOneWouldHaveAtTheTimeOfTheFirst() throws Exception {
        DeadLetter letter = deadLetterOf("mended", "neo", 425, NO_TIME);
        Instant then = Instant.ofEpochMilli(letter.logTime());
        rate("mended", "neo", "1", then.minusMillis(1));
        rate("twin", "neo", "1", then.minusMillis(1));

        String position = resubmit(letter.origin(), "--set", "{\"value\":4}");

        assertThat(aggregated("mended", position))
                .isEqualTo(aggregated("twin", rate("twin", "neo", "4", then)))
                .startsWith("{\"count\":1,\"sum\":4,");
        assertThat(ratingOf("mended", "neo")).isEqualTo(ratingOf("twin", "neo"));
    }

    @Test
    void anEventThatComesBackLosesAgainstWhatTheUserDidSince() throws Exception {
        DeadLetter letter = deadLetterOf("late", "neo", 425, NO_TIME);
        rate("late", "neo", "2", Instant.ofEpochMilli(letter.logTime() + 1));

        String position = resubmit(letter.origin(), "--set", "{\"value\":4}");

        assertThat(aggregated("late", position)).startsWith("{\"count\":1,\"sum\":2,");
        assertThat(letterOf("late")).isEmpty();
    }

    @Test
    void anEventThatComesBackTwiceCountsOnce() throws Exception {
        DeadLetter letter = deadLetterOf("twice", "neo", 425, NO_TIME);
        String first = resubmit(letter.origin(), "--set", "{\"value\":4}");
        String once = aggregated("twice", first);

        // As if the command had been killed when the log had the event, and before the letter was gone.
        new RawTopic(clients, LETTERS).append(List.of(letter.toRecord(LETTERS)));
        HttpResponse<String> again = new HttpCaller(at.rating().httpPort())
                .post(
                        "/v1/dead-letters/" + URLEncoder.encode(letter.origin().toString(), UTF_8) + "/resubmit",
                        "application/json",
                        "{\"value\":4}".getBytes(UTF_8));

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        String second = JSON.readTree(again.body()).get("position").asText();
        assertThat(second).isNotEqualTo(first);
        assertThat(aggregated("twice", second)).isEqualTo(once).startsWith("{\"count\":1,\"sum\":4,");
    }
}
