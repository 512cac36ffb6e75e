package com.movieexample.launcher.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Mean;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.RandomEvents;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.explain.Bounds;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.RecordExplainer;
import com.movieexample.topics.explain.TooManyRatingsException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** On a log of seeded events: good ones with duplicates, deletes and late ones, and bad and misplaced ones between. */
@Timeout(120)
class ExplainCommandIT {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int PARTITIONS = 3;
    private static final long SEED = Long.getLong("marquee.seed", System.nanoTime());
    private static final List<String> CATEGORIES =
            List.of("counted", "replaced", "deleted", "late", "duplicate", "bad", "misplaced");

    private static final Random RANDOM = new Random(SEED);
    private static final NaiveRatings NAIVE = new NaiveRatings();
    private static MarqueeLog log;
    private static long written;

    private final StringWriter out = new StringWriter();
    private Exception failure;

    /** One that was sent, to be told to the naive model once the log says where it is. */
    private record Sent(Optional<RatedEvent> good, Future<RecordMetadata> at) {}

    @BeforeAll
    static void write() throws Exception {
        System.out.println("ExplainCommandIT: -Dmarquee.seed=" + SEED);
        log = TestLogs.open("explain", PARTITIONS);
        RandomEvents random = new RandomEvents(SEED);
        List<RatedEvent> events = new ArrayList<>();
        for (int set = 0; set < 20; set++) {
            List<RatedEvent> some = random.set("set " + set, set % 2 == 0);
            events.addAll(set % 2 == 0 ? random.shuffledAndRepeated(some) : some);
        }
        Map<String, Object> settings = new HashMap<>(log.clients()
                .settings(
                        "test",
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                log.topics().prefix())));
        List<Sent> sent = new ArrayList<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int from = 0; from < events.size(); from += 50) {
                producer.beginTransaction();
                for (RatedEvent event : events.subList(from, Math.min(events.size(), from + 50))) {
                    sent.add(send(producer, event));
                }
                producer.commitTransaction();
            }
            producer.beginTransaction();
            send(producer, events.get(0));
            producer.abortTransaction();
        }
        for (Sent one : sent) {
            RecordMetadata at = one.at().get();
            one.good().ifPresent(event -> NAIVE.add(event, at.timestamp(), at.offset()));
        }
        written = sent.size();
    }

    /** Of ten events one goes wrong. */
    private static Sent send(Producer<byte[], byte[]> producer, RatedEvent event) {
        byte[] key = event.record().bytes();
        byte[] value = event.toMessage().toByteArray();
        int right = Partitioning.partitionOf(key, PARTITIONS);
        int other = (right + 1) % PARTITIONS;
        return switch (RANDOM.nextInt(70)) {
            case 0 -> bad(producer, right, key, "garbage".getBytes(UTF_8));
            case 1 -> bad(producer, right, null, "garbage".getBytes(UTF_8));
            case 2 -> bad(producer, right, key, null);
            case 3 -> bad(producer, right, key, offScale(event));
            case 4 -> bad(producer, other, key, offScale(event));
            case 5 -> bad(producer, other, key, value);
            case 6 -> bad(producer, right, "elsewhere".getBytes(UTF_8), value);
            default -> new Sent(Optional.of(event), producer.send(entry(right, key, value)));
        };
    }

    private static Sent bad(Producer<byte[], byte[]> producer, int partition, byte[] key, byte[] value) {
        return new Sent(Optional.empty(), producer.send(entry(partition, key, value)));
    }

    private static byte[] offScale(RatedEvent event) {
        return new RatedEvent(event.record(), event.userId(), OptionalInt.of(425), event.ratedAt())
                .toMessage()
                .toByteArray();
    }

    private static ProducerRecord<byte[], byte[]> entry(int partition, byte[] key, byte[] value) {
        return new ProducerRecord<>(log.topics().ratings().name(), partition, key, value);
    }

    private int explain(String... arguments) {
        CommandLine command = new CommandLine(new ExplainCommand(false))
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    failure = e;
                    return 3;
                });
        List<String> all = new ArrayList<>(List.of(
                "--bootstrap-servers",
                TestBroker.bootstrapServers(),
                "--topic-prefix",
                log.topics().prefix()));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(String[]::new));
    }

    private JsonNode json(String... arguments) throws Exception {
        out.getBuffer().setLength(0);
        assertThat(explain(arguments)).as("%s", failure).isZero();
        return JSON.readTree(out.toString());
    }

    private JsonNode json(RecordKey record, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(record.type(), record.id(), "--json"));
        arguments.addAll(List.of(more));
        return json(arguments.toArray(String[]::new));
    }

    private static Map<String, Long> counts(JsonNode explained, String name) {
        Map<String, Long> counts = new HashMap<>();
        explained
                .get("categories")
                .forEach(category -> counts.put(
                        category.get("category").asText(), category.get(name).asLong()));
        assertThat(counts).containsOnlyKeys(CATEGORIES);
        return counts;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void theCategoriesOfAllRecordsAddUpToTheEventsOfTheLog() throws Exception {
        JsonNode all = json("--all", "--json");

        assertThat(all.get("events").asLong()).isEqualTo(written);
        assertThat(sum(counts(all, "ofRecords")) + sum(counts(all, "ofNone"))).isEqualTo(written);
        assertThat(counts(all, "ofRecords"))
                .as("seed %d", SEED)
                .allSatisfy((category, count) -> assertThat(count).as(category).isPositive());
    }

    @Test
    void onePassSaysTheSameAsTheExplanationsOfAllRecords() throws Exception {
        Map<String, Long> together = new HashMap<>();
        for (RecordKey record : NAIVE.records()) {
            counts(json(record, "--limit", "0"), "count")
                    .forEach((category, count) -> together.merge(category, count, Long::sum));
        }

        assertThat(together).as("seed %d", SEED).isEqualTo(counts(json("--all", "--json"), "ofRecords"));
    }

    @Test
    void eachRecordIsExplainedAsTheNaiveModelHasIt() throws Exception {
        for (RecordKey record : NAIVE.records()) {
            NaiveRatings.Answer expected = NAIVE.answer(record);

            JsonNode explained = json(record, "--prior", "2.5", "--minimum", "10");

            assertThat(counts(explained, "count"))
                    .as("%s, seed %d", record, SEED)
                    .containsEntry("counted", expected.count());
            assertThat(sum(counts(explained, "count")))
                    .isEqualTo(explained.get("events").asLong());
            assertThat(explained.at("/rating/count").asLong()).isEqualTo(expected.count());
            assertThat(hundredths(explained.at("/rating/sum")))
                    .as("%s, seed %d", record, SEED)
                    .isEqualTo(expected.sum());
            assertThat(sumOfCounted(explained)).isEqualTo(expected.sum());
            // m * C is 10 * 2.5.
            assertThat(explained.at("/weightedScore/score").decimalValue())
                    .isEqualByComparingTo(BigDecimal.valueOf(expected.sum() + 2_500, 2)
                            .divide(BigDecimal.valueOf(expected.count() + 10), 4, RoundingMode.HALF_UP));
        }
    }

    private static long hundredths(JsonNode number) {
        return number.decimalValue().movePointRight(2).longValueExact();
    }

    private static long sumOfCounted(JsonNode explained) {
        JsonNode counted = explained.get("categories").get(0);
        assertThat(counted.get("category").asText()).isEqualTo("counted");
        long sum = 0;
        for (JsonNode event : counted.get("events")) {
            sum += hundredths(event.get("value"));
        }
        return sum;
    }

    @Test
    void withoutAPriorItIsTheMeanOfWhatIsLiveInThePartition() throws Exception {
        RecordKey asked = NAIVE.records().iterator().next();
        int partition = Partitioning.partitionOf(asked.bytes(), PARTITIONS);
        long count = 0;
        long sum = 0;
        for (RecordKey record : NAIVE.records()) {
            if (Partitioning.partitionOf(record.bytes(), PARTITIONS) == partition) {
                count += NAIVE.answer(record).count();
                sum += NAIVE.answer(record).sum();
            }
        }

        JsonNode score = json(asked).get("weightedScore");

        assertThat(score.get("priorFrom").asText()).isEqualTo("partition");
        assertThat(score.get("priorCount").asLong()).as("seed %d", SEED).isEqualTo(count);
        assertThat(score.get("prior").decimalValue())
                .isEqualByComparingTo(Mean.of(count, sum).orElseThrow());
    }

    @Test
    void oneUsersEventsAreThoseOfTheRecordThatAreTheirs() throws Exception {
        RecordKey record = NAIVE.records().iterator().next();
        JsonNode whole = json(record);
        Map<String, Long> theirs = new HashMap<>();
        CATEGORIES.forEach(category -> theirs.put(category, 0L));
        whole.get("categories")
                .forEach(category -> category.get("events").forEach(event -> {
                    if (event.path("userId").asText().equals("user 1")) {
                        theirs.merge(category.get("category").asText(), 1L, Long::sum);
                    }
                }));

        JsonNode ofUser = json(record, "--user", "user 1");

        assertThat(counts(ofUser, "count")).as("seed %d", SEED).isEqualTo(theirs);
        assertThat(ofUser.get("rating")).isEqualTo(whole.get("rating"));
    }

    /** One with more events than there are categories, so that some category has several. */
    private RecordKey busy() throws Exception {
        for (RecordKey record : NAIVE.records()) {
            if (json(record).get("events").asInt() > CATEGORIES.size()) {
                return record;
            }
        }
        throw new AssertionError("no record has many events, seed " + SEED);
    }

    @Test
    void printsTablesForPeople() throws Exception {
        RecordKey record = busy();
        out.getBuffer().setLength(0);

        assertThat(explain(record.type(), record.id(), "--limit", "1", "--prior", "3.5"))
                .isZero();

        assertThat(out.toString())
                .contains(" of " + record + ", of ", "WHAT BECAME OF IT  EVENTS", "in all")
                .contains("weighted score  v/(v+m)*R + m/(v+m)*C = (", "m = 25, C = 3.5, as given")
                .containsPattern("\\d more [a-z]+, earlier in the log; --limit lists more")
                .endsWith("Events of the record on other partitions are misplaced, and not seen here."
                        + System.lineSeparator());
    }

    @Test
    void printsThatAllAddsUp() {
        assertThat(explain("--all")).isZero();

        assertThat(out.toString())
                .contains("OF RECORDS  OF NONE", ", and ")
                .endsWith(" events were read." + System.lineSeparator());
    }

    @Test
    void withoutTheTimeThereIsNoAnswer() {
        assertThat(explain("movie", "603", "--timeout", "0s")).isEqualTo(3);

        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessageMatching(".*ratings/\\d was not read to its end within 0 s: .*; --timeout allows more");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutTheMemoryThereIsNoAnswer() throws Exception {
        Bounds noOthers = new Bounds(Duration.ofSeconds(30), 1_000, 1);
        Bounds noUsers = new Bounds(Duration.ofSeconds(30), 1, 1_000);
        Question question = new Question(busy(), Optional.empty(), 100, 25, Optional.empty());

        assertThatThrownBy(() -> new RecordExplainer(log, noOthers).explain(question))
                .isInstanceOf(TooManyRatingsException.class)
                .hasMessageContaining("more than 1 ratings of the type movie to take the mean of, expected a prior");
        assertThatThrownBy(() -> new RecordExplainer(log, noUsers).explain(question))
                .isInstanceOf(TooManyRatingsException.class)
                .hasMessageContaining("was rated by more than 1 users");
    }

    @Test
    void saysWhenTheClusterHoldsNoMarquee() {
        CommandLine command = new CommandLine(new ExplainCommand(false))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    failure = e;
                    return 3;
                });

        assertThat(command.execute(
                        "movie", "603", "--topic-prefix=none.", "--bootstrap-servers", TestBroker.bootstrapServers()))
                .isEqualTo(3);
        assertThat(failure).isInstanceOf(LaunchException.class).hasMessageContaining("none.ratings");
    }
}
