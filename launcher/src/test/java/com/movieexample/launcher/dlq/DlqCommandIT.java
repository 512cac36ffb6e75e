package com.movieexample.launcher.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(90)
class DlqCommandIT {
    private static final long TIME = 1_700_000_000_000L;

    private final MarqueeLog log = TestLogs.open("dlq", 1);
    private final String topic = log.topics().deadLetters().name();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Exception failure;

    private int dlq(String... arguments) {
        CommandLine command = new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand())
                .addSubcommand(new DlqShowCommand())
                .addSubcommand(new DlqResubmitCommand())
                .addSubcommand(new DlqDropCommand());
        command.setExpandAtFiles(false);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        command.setOverwrittenOptionsAllowed(true);
        command.setExecutionExceptionHandler((e, line, parsed) -> {
            failure = e;
            return 3;
        });
        List<String> all = new ArrayList<>(List.of(arguments[0], "--bootstrap-servers", TestBroker.bootstrapServers()));
        all.addAll(List.of("--topic-prefix", log.topics().prefix()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return command.execute(all.toArray(String[]::new));
    }

    private static ConsumerRecord<byte[], byte[]> event(long offset, byte[] key, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", "t\u001b1".getBytes(UTF_8));
        return new ConsumerRecord<>(
                "ratings",
                3,
                offset,
                TIME + offset,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        new RawTopic(log.clients(), topic).append(records);
    }

    private ProducerRecord<byte[], byte[]> letter(long offset, String value, String reason) {
        return DeadLetter.of(event(offset, null, value.getBytes(UTF_8)), reason).toRecord(topic);
    }

    private ProducerRecord<byte[], byte[]> letter(long offset, RatedEvent event) {
        return DeadLetter.of(event(offset, null, event.toMessage().toByteArray()), "bad")
                .toRecord(topic);
    }

    private static RatedEvent rated(String user, int value) {
        return new RatedEvent(RecordKey.movie("603"), user, OptionalInt.of(value), OptionalLong.empty());
    }

    private List<String> origins() {
        return new DeadLetterTopic(log.clients(), topic, Duration.ofSeconds(30))
                .summaries().stream().map(letter -> letter.origin().toString()).toList();
    }

    private RatingEvent lastWritten() throws Exception {
        TopicPartition ratings = new TopicPartition(log.topics().ratings().name(), 0);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("test")) {
            consumer.assign(List.of(ratings));
            consumer.seekToBeginning(List.of(ratings));
            long end = consumer.endOffsets(List.of(ratings)).get(ratings);
            while (consumer.position(ratings) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return RatingEvent.parseFrom(found.get(found.size() - 1).value());
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void listsEachDeadLetterOnceTheLatestLast() throws Exception {
        write(List.of(
                letter(7, "b", "later"),
                letter(5, "a", "bad\nreason"),
                letter(7, "b", "later"),
                new ProducerRecord<>(topic, "foreign".getBytes(UTF_8), "no letter".getBytes(UTF_8))));

        assertThat(dlq("list")).isZero();

        assertThat(lines())
                .containsExactly(
                        "ORIGIN       TIME                      REASON",
                        "ratings/3:5  2023-11-14T22:13:20.005Z  bad\uFFFDreason",
                        "ratings/3:7  2023-11-14T22:13:20.007Z  later",
                        "2 dead letters");
    }

    @Test
    void listsTheLatestOfMany() throws Exception {
        write(List.of(letter(5, "a", "early"), letter(6, "a", "middle"), letter(7, "b", "late")));

        assertThat(dlq("list", "--limit", "2")).isZero();

        assertThat(out.toString()).contains("middle", "late", "3 dead letters, of which the latest 2");
        assertThat(out.toString()).doesNotContain("early");
    }

    @Test
    void listsThemAsJson() throws Exception {
        write(List.of(letter(5, "a", "bad \"value\"")));

        assertThat(dlq("list", "--json")).isZero();

        assertThat(lines())
                .containsExactly(
                        "{\"origin\":\"ratings/3:5\",\"time\":\"2023-11-14T22:13:20.005Z\",\"reason\":\"bad \\\"value\\\"\"}");
    }

    @Test
    void saysWhenThereIsNone() {
        assertThat(dlq("list")).isZero();

        assertThat(lines()).containsExactly("There are no dead letters.");
    }

    @Test
    void aDeletedOneIsNotListed() throws Exception {
        write(List.of(letter(5, "a", "bad"), new ProducerRecord<>(topic, "ratings/3:5".getBytes(UTF_8), null)));

        assertThat(dlq("list")).isZero();

        assertThat(lines()).containsExactly("There are no dead letters.");
    }

    @Test
    void showsAllThereIsOfOne() throws Exception {
        byte[] value = new RatedEvent(RecordKey.movie("603"), "neo", OptionalInt.of(425), OptionalLong.empty())
                .toMessage()
                .toByteArray();
        write(List.of(DeadLetter.of(event(5, "movie/603".getBytes(UTF_8), value), "value is \"4.25\"")
                .toRecord(topic)));

        assertThat(dlq("show", "ratings/3:5")).isZero();

        assertThat(lines())
                .startsWith(
                        "origin:   ratings/3:5",
                        "log time: 2023-11-14T22:13:20.005Z",
                        "reason:   value is \"4.25\"",
                        "key:      movie/603",
                        "header:   trace = t\uFFFD1",
                        "value:    " + value.length + " bytes",
                        "  00000000  0a 05 6d 6f 76 69 65 12 03 36 30 33 1a 03 6e 65  ..movie..603..ne",
                        "  00000010  6f 20 a9 03 28 01 3a 04 74 65 73 74              o ..(.:.test",
                        "event:    {");
        assertThat(out.toString()).contains("\"recordId\": \"603\"", "\"value\": 425");
    }

    @Test
    void showsThatThereIsNeitherKeyNorValueNorEvent() throws Exception {
        write(List.of(
                DeadLetter.of(event(5, null, null), "value is missing").toRecord(topic),
                letter(6, "garbage", "can't be read")));

        assertThat(dlq("show", "ratings/3:5")).isZero();
        assertThat(lines()).contains("key:      none", "value:    none");
        assertThat(dlq("show", "ratings/3:6")).isZero();
        assertThat(out.toString()).contains("garbage").doesNotContain("event:");
    }

    @Test
    void saysWhichIsNotThere() throws Exception {
        write(List.of(letter(5, "a", "bad")));

        assertThat(dlq("show", "ratings/3:6")).isEqualTo(3);
        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessage("there is no dead letter of ratings/3:6; marquee dlq list shows those that there are");
    }

    @Test
    void resubmitsOneAndSaysWhereItIsNow() throws Exception {
        write(List.of(letter(5, rated("neo", 400)), letter(6, rated("neo", 400))));

        assertThat(dlq("resubmit", "ratings/3:5")).isZero();

        assertThat(lines())
                .containsExactly("ratings/3:5 is " + log.topics().ratings().name()
                        + "/0:0 now, rated at 2023-11-14T22:13:20.005Z");
        assertThat(origins()).containsExactly("ratings/3:6");
        assertThat(lastWritten().getRatedAt()).isEqualTo(TIME + 5);
    }

    @Test
    void mendsOneOnTheWayByTextOrByFile(@TempDir Path folder) throws Exception {
        write(List.of(letter(5, rated("neo", 425)), letter(6, "garbage", "can't be read")));
        Path file = Files.writeString(
                folder.resolve("event.json"), "{\"userId\":\"trinity\",\"recordId\":\"603\",\"value\":2}");

        assertThat(dlq("resubmit", "ratings/3:5", "--json", "--set", "{\"value\":4.5}"))
                .isZero();
        assertThat(lastWritten())
                .isEqualTo(rated("neo", 450).toMessage().toBuilder()
                        .setRatedAt(TIME + 5)
                        .build());
        assertThat(dlq("resubmit", "ratings/3:6", "--set", "@" + file)).isZero();
        assertThat(lastWritten().getUserId()).isEqualTo("trinity");

        assertThat(lines().get(0))
                .isEqualTo("{\"origin\":\"ratings/3:5\",\"position\":\""
                        + log.topics().ratings().name() + "/0:0\",\"ratedAt\":\"2023-11-14T22:13:20.005Z\"}");
        assertThat(origins()).isEmpty();
    }

    @Test
    void resubmitsAllThatAreFineNowAndNamesTheOthers() throws Exception {
        write(List.of(
                letter(5, rated("neo", 400)),
                letter(6, "garbage", "can't be read"),
                letter(7, rated("ne\u001bo", 425)),
                letter(8, rated("trinity", 500))));

        assertThat(dlq("resubmit", "--all")).isEqualTo(1);

        assertThat(lines()).hasSize(5);
        assertThat(lines().get(1))
                .isEqualTo(
                        "ratings/3:6 stays: event is \"7 bytes that are none\", expected a whole event as JSON in its"
                                + " place");
        assertThat(lines().get(2)).startsWith("ratings/3:7 stays: userId is \"ne\uFFFDo\", expected");
        assertThat(lines().get(4)).isEqualTo("2 dead letters resubmitted, 2 left");
        assertThat(origins()).containsExactly("ratings/3:6", "ratings/3:7");
        assertThat(dlq("resubmit", "--all", "--json")).isEqualTo(1);
        assertThat(lines().get(5))
                .startsWith("{\"origin\":\"ratings/3:6\",\"detail\":\"event is ")
                .endsWith("\"field\":\"event\",\"value\":\"7 bytes that are none\","
                        + "\"expected\":\"a whole event as JSON in its place\"}");
    }

    @Test
    void dropsOneOrAllOfThem() throws Exception {
        write(List.of(letter(5, "a", "bad"), letter(6, "b", "bad"), letter(7, "c", "bad")));

        assertThat(dlq("drop", "ratings/3:6")).isZero();
        assertThat(origins()).containsExactly("ratings/3:5", "ratings/3:7");
        assertThat(dlq("drop", "--all")).isEqualTo(2);
        assertThat(origins()).hasSize(2);
        assertThat(dlq("drop", "--all", "--yes")).isZero();
        assertThat(origins()).isEmpty();

        assertThat(lines())
                .containsExactly(
                        "ratings/3:6 is dropped",
                        "ratings/3:5 is dropped",
                        "ratings/3:7 is dropped",
                        "2 dead letters dropped");
        assertThat(err.toString()).contains("--all drops every dead letter for good, expected --yes beside it");
    }

    @Test
    void whatIsNotThereIsNeitherResubmittedNorDropped() throws Exception {
        assertThat(dlq("drop", "ratings/3:6")).isEqualTo(3);
        assertThat(failure).hasMessageStartingWith("there is no dead letter of ratings/3:6");
        assertThat(dlq("resubmit", "ratings/3:6")).isEqualTo(3);
        assertThat(failure).hasMessageStartingWith("there is no dead letter of ratings/3:6");
        assertThat(dlq("resubmit", "--all")).isZero();
        assertThat(lines()).containsExactly("There are no dead letters.");
    }

    @Test
    void wrongUsageOfResubmitIsNamed() {
        assertThat(dlq("resubmit")).isEqualTo(2);
        assertThat(dlq("resubmit", "ratings/3:5", "--all")).isEqualTo(2);
        assertThat(dlq("resubmit", "--all", "--set", "{}")).isEqualTo(2);
        assertThat(dlq("resubmit", "ratings/3:5", "--set", "{\"valeu\":4}")).isEqualTo(2);
        assertThat(dlq("resubmit", "ratings/3:5", "--set", "@/nowhere")).isEqualTo(2);
        assertThat(err.toString())
                .contains("(ORIGIN | --all)")
                .contains("--set is of one event, expected ORIGIN beside it and not --all")
                .contains("valeu is \"valeu\", expected a known field: eventType, providerId, ratedAt")
                .contains("\"@/nowhere\", expected @ and a file that can be read");
    }

    @Test
    void wrongUsageIsNamed() {
        assertThat(dlq("show", "ratings")).isEqualTo(2);
        assertThat(dlq("list", "--limit", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains("\"ratings\", expected topic/partition:offset, for example ratings/3:1042")
                .contains("\"0\", expected a whole number from 1");
    }

    @Test
    void saysWhoCantBeReachedAndWhenTheClusterHoldsNoMarquee() throws Exception {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(dlq("list", "--topic-prefix", "none.")).isEqualTo(3);
        assertThat(failure).isInstanceOf(LaunchException.class).hasMessageContaining("no topic none.ratings-dlq");
        assertThat(dlq("list", "--bootstrap-servers", nobody)).isEqualTo(3);
        assertThat(failure).isInstanceOf(KafkaUnavailableException.class).hasMessageContaining(nobody);
    }
}
