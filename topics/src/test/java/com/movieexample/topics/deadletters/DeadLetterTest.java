package com.movieexample.topics.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Position;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final String TOPIC = "ratings-dlq";

    private final Headers headers = new RecordHeaders();

    private ConsumerRecord<byte[], byte[]> event(byte[] key, byte[] value) {
        return record("ratings", 3, 1042, 1_700_000_000_000L, key, value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, long time, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                time,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }

    /** As a consumer of the dead-letter topic gets it. */
    private static DeadLetter read(ProducerRecord<byte[], byte[]> sent) {
        return DeadLetter.read(record(TOPIC, 0, 0, 0, sent.key(), sent.value(), sent.headers()))
                .orElseThrow();
    }

    private static String header(ProducerRecord<?, ?> sent, String name) {
        return Optional.ofNullable(sent.headers().lastHeader(name))
                .map(header -> new String(header.value(), UTF_8))
                .orElse("-");
    }

    @Test
    void isWrittenInTheFormThatIsDocumented() {
        headers.add("trace", "t1".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> sent = DeadLetter.of(
                        event("k".getBytes(UTF_8), "garbage".getBytes(UTF_8)), "too bad")
                .toRecord(TOPIC);

        assertThat(sent.topic()).isEqualTo(TOPIC);
        assertThat(sent.key()).asString().isEqualTo("ratings/3:1042");
        assertThat(sent.value()).asString().isEqualTo("garbage");
        assertThat(header(sent, "marquee-reason")).isEqualTo("too bad");
        assertThat(header(sent, "marquee-log-time")).isEqualTo("1700000000000");
        assertThat(header(sent, "marquee-key")).isEqualTo("k");
        assertThat(header(sent, "trace")).isEqualTo("t1");
        assertThat(header(sent, "marquee-null-value")).isEqualTo("-");
        assertThat(header(sent, "marquee-cut-from")).isEqualTo("-");
    }

    @Test
    void isReadAsItWasWritten() {
        DeadLetter read = read(DeadLetter.of(event("k".getBytes(UTF_8), "garbage".getBytes(UTF_8)), "too bad")
                .toRecord(TOPIC));

        assertThat(read.origin()).isEqualTo(new Position("ratings", 3, 1042));
        assertThat(read.reason()).isEqualTo("too bad");
        assertThat(read.logTime()).isEqualTo(1_700_000_000_000L);
        assertThat(read.key().orElseThrow()).asString().isEqualTo("k");
        assertThat(read.value().orElseThrow()).asString().isEqualTo("garbage");
        assertThat(read.size()).isEqualTo(7);
        assertThat(read.isCut()).isFalse();
    }

    @Test
    void anEventWithoutKeyAndValueIsNoDelete() {
        ProducerRecord<byte[], byte[]> sent =
                DeadLetter.of(event(null, null), "value is missing").toRecord(TOPIC);

        assertThat(sent.value()).isEmpty();
        assertThat(header(sent, "marquee-null-value")).isEqualTo("true");
        assertThat(read(sent).value()).isEmpty();
        assertThat(read(sent).key()).isEmpty();
    }

    @Test
    void anEmptyValueIsToldFromNone() {
        ProducerRecord<byte[], byte[]> sent =
                DeadLetter.of(event(new byte[0], new byte[0]), "empty").toRecord(TOPIC);

        assertThat(read(sent).value())
                .hasValueSatisfying(value -> assertThat(value).isEmpty());
        assertThat(read(sent).key()).isPresent();
    }

    @Test
    void ofALargeEventTheBeginningIsKept() {
        headers.add("large", new byte[100_000]);
        DeadLetter whole = DeadLetter.of(event(new byte[50_000], new byte[900_000]), "too large");

        ProducerRecord<byte[], byte[]> sent = whole.cut().toRecord(TOPIC);

        assertThat(header(sent, "marquee-cut-from")).isEqualTo("900000");
        assertThat(header(sent, "large")).isEqualTo("-");
        assertThat(read(sent).isCut()).isTrue();
        assertThat(read(sent).size()).isEqualTo(900_000);
        assertThat(read(sent).value().orElseThrow()).hasSize(DeadLetter.CUT_BYTES);
        assertThat(read(sent).key().orElseThrow()).hasSize(DeadLetter.CUT_BYTES);
    }

    @Test
    void aForeignClientCantForgeWhatMarqueeSaysOfIt() {
        headers.add("marquee-null-value", "true".getBytes(UTF_8));
        headers.add("marquee-key", "forged".getBytes(UTF_8));
        headers.add("marquee-origin", "ratings/1:7".getBytes(UTF_8));

        DeadLetter read = read(
                DeadLetter.of(event(null, "v".getBytes(UTF_8)), "is a copy").toRecord(TOPIC));

        assertThat(read.key()).isEmpty();
        assertThat(read.value()).isPresent();
        assertThat(read.headers()).extracting(Header::key).containsExactly("marquee-origin");
    }

    @Test
    void whatIsNoDeadLetterIsPassedOver() {
        Function<String, ConsumerRecord<byte[], byte[]>> under =
                key -> record(TOPIC, 0, 0, 0, key == null ? null : key.getBytes(UTF_8), new byte[1], headers);

        assertThat(DeadLetter.read(under.apply(null))).isEmpty();
        assertThat(DeadLetter.read(under.apply("no position"))).isEmpty();
        assertThat(DeadLetter.read(under.apply("ratings/3:1042"))).as("no time").isEmpty();
        assertThat(DeadLetter.read(record(TOPIC, 0, 0, 0, "ratings/3:1042".getBytes(UTF_8), null, headers)))
                .isEmpty();
    }
}
