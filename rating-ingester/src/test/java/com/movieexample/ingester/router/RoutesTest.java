package com.movieexample.ingester.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.ingester.router.Outgoing.Outcome;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.rules.EventRules;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final long LOG_TIME = 1_700_000_000_000L;
    private static final RecordKey RECORD = RecordKey.movie("a/b");
    private static final Topics TOPICS = new Topics("p.", 6, 1);
    private static final int RIGHT = Partitioning.partitionOf(RECORD.bytes(), 6);

    private final Routes routes = new Routes(TOPICS, () -> EventRules.DEFAULT);

    private static RatingEvent event(OptionalLong ratedAt) {
        return new RatedEvent(RECORD, "neo", OptionalInt.of(450), ratedAt).toMessage();
    }

    private static ConsumerRecord<byte[], byte[]> at(int partition, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "p.ratings",
                partition,
                7,
                LOG_TIME,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }

    private Optional<Outgoing> route(int partition, byte[] key, byte[] value) {
        return routes.of(at(partition, key, value, new RecordHeaders()));
    }

    /** As the log hands it out again. */
    private static ConsumerRecord<byte[], byte[]> logged(ProducerRecord<byte[], byte[]> sent) {
        return at(sent.partition(), sent.key(), sent.value(), sent.headers());
    }

    @Test
    void aGoodEventGoesNowhere() {
        assertThat(route(RIGHT, RECORD.bytes(), event(OptionalLong.empty()).toByteArray()))
                .isEmpty();
    }

    @Test
    void aMisplacedEventIsCopiedToItsPlaceWithItsTimeMadeExplicit() {
        Outgoing copy =
                route(RIGHT, null, event(OptionalLong.empty()).toByteArray()).orElseThrow();

        assertThat(copy.outcome()).isEqualTo(Outcome.COPIED);
        assertThat(copy.record().topic()).isEqualTo("p.ratings");
        assertThat(copy.record().partition()).isEqualTo(RIGHT);
        assertThat(copy.record().key()).isEqualTo(RECORD.bytes());
        assertThat(copy.record().value())
                .isEqualTo(event(OptionalLong.of(LOG_TIME)).toByteArray());
        assertThat(copy.record().headers().lastHeader("marquee-origin").value())
                .asString()
                .isEqualTo("p.ratings/" + RIGHT + ":7");
    }

    @Test
    void aTimeThatTheEventHasIsKept() {
        Outgoing copy =
                route(RIGHT, null, event(OptionalLong.of(5)).toByteArray()).orElseThrow();

        assertThat(copy.record().value()).isEqualTo(event(OptionalLong.of(5)).toByteArray());
    }

    @Test
    void whatAForeignClientAddedTravelsAlong() {
        byte[] withUnknownField = event(OptionalLong.of(5)).toBuilder()
                .mergeUnknownFields(
                        UnknownFieldSet.newBuilder().mergeVarintField(99, 1).build())
                .build()
                .toByteArray();
        Headers headers = new RecordHeaders().add("trace", "t1".getBytes(UTF_8));

        Outgoing copy = routes.of(at(RIGHT, null, withUnknownField, headers)).orElseThrow();

        assertThat(copy.record().value()).isEqualTo(withUnknownField);
        assertThat(copy.record().headers().lastHeader("trace").value())
                .asString()
                .isEqualTo("t1");
    }

    @Test
    void aCopyGoesNowhereAndOneThatIsMisplacedAgainIsADeadLetter() {
        Outgoing copy =
                route(RIGHT, null, event(OptionalLong.empty()).toByteArray()).orElseThrow();

        assertThat(routes.of(logged(copy.record()))).isEmpty();
        ProducerRecord<byte[], byte[]> elsewhere = new ProducerRecord<>(
                "p.ratings",
                (RIGHT + 1) % 6,
                copy.record().key(),
                copy.record().value(),
                copy.record().headers());
        assertThat(routes.of(logged(elsewhere)))
                .hasValueSatisfying(again -> assertThat(again.outcome()).isEqualTo(Outcome.DEAD_LETTERED));
    }

    @Test
    void aBadEventIsADeadLetterWithItsReason() {
        Outgoing letter = route(2, "k".getBytes(UTF_8), null).orElseThrow();

        assertThat(letter.outcome()).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(letter.record().topic()).isEqualTo("p.ratings-dlq");
        assertThat(letter.record().key()).asString().isEqualTo("p.ratings/2:7");
        assertThat(read(letter).reason()).isEqualTo("value is missing, expected a RatingEvent");
    }

    @Test
    void aCopyThatIsTooLargeIsADeadLetterAndOneThatIsTooLargeItselfIsCut() {
        Outgoing copy =
                route(RIGHT, null, event(OptionalLong.empty()).toByteArray()).orElseThrow();

        Outgoing letter = copy.ifTooLarge().orElseThrow().get();
        assertThat(letter.outcome()).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(read(letter).reason()).startsWith("event is too large to be copied to its right place");
        assertThat(read(letter).value().orElseThrow())
                .isEqualTo(event(OptionalLong.empty()).toByteArray());

        Outgoing cut = route(0, null, new byte[5_000])
                .orElseThrow()
                .ifTooLarge()
                .orElseThrow()
                .get();
        assertThat(read(cut).isCut()).isTrue();
        assertThat(cut.ifTooLarge()).isEmpty();
    }

    private static DeadLetter read(Outgoing letter) {
        ProducerRecord<byte[], byte[]> sent = letter.record();
        return DeadLetter.read(at(0, sent.key(), sent.value(), sent.headers())).orElseThrow();
    }
}
