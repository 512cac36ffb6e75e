package com.movieexample.topics.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.Judgement;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Which record an event is of. */
class LogEventTest {
    private static final int PARTITIONS = 3;
    private static final RecordKey MATRIX = RecordKey.movie("603");
    private static final int HOME = Partitioning.partitionOf(MATRIX.bytes(), PARTITIONS);
    private static final long LOG_TIME = 1_700_000_000_000L;
    private static final RatingEvent GOOD = RatingEvent.newBuilder()
            .setRecordType("movie")
            .setRecordId("603")
            .setUserId("neo")
            .setValue(450)
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .build();

    private static LogEvent read(int partition, byte[] key, byte[] value) {
        return read(partition, key, value, new RecordHeaders());
    }

    private static LogEvent read(int partition, byte[] key, byte[] value, RecordHeaders headers) {
        return LogEvent.read(
                new EventReader(EventRules.DEFAULT, PARTITIONS),
                new ConsumerRecord<>(
                        "ratings",
                        partition,
                        7,
                        LOG_TIME,
                        TimestampType.LOG_APPEND_TIME,
                        -1,
                        -1,
                        key,
                        value,
                        headers,
                        Optional.empty()));
    }

    @Test
    void aGoodEventIsOfTheRecordThatItNames() {
        LogEvent event = read(HOME, MATRIX.bytes(), GOOD.toByteArray());

        assertThat(event.judgement()).isInstanceOf(Judgement.Good.class);
        assertThat(event.record()).contains(MATRIX);
        assertThat(event.isWhereItsRecordIs(PARTITIONS)).isTrue();
    }

    @Test
    void aMisplacedEventIsOfTheRecordThatItNamesWhateverItsKey() {
        LogEvent event = read(HOME, "movie/604".getBytes(UTF_8), GOOD.toByteArray());

        assertThat(event.judgement()).isInstanceOf(Judgement.Misplaced.class);
        assertThat(event.record()).contains(MATRIX);
        assertThat(event.isWhereItsRecordIs(PARTITIONS)).isTrue();
        assertThat(event.misplacement()).isEqualTo("key is \"movie/604\", expected \"movie/603\"");
        assertThat(read(HOME, null, GOOD.toByteArray()).misplacement())
                .isEqualTo("key is missing, expected \"movie/603\"");
    }

    @Test
    void aCopySaysWhatItIsACopyOf() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(EventHeaders.ORIGIN, "ratings/1:5".getBytes(UTF_8));

        assertThat(read(HOME, MATRIX.bytes(), GOOD.toByteArray(), headers)
                        .seen()
                        .origin())
                .contains("ratings/1:5");
        assertThat(read(HOME, MATRIX.bytes(), GOOD.toByteArray()).seen().origin())
                .isEmpty();
    }

    @Test
    void onAnotherPartitionItIsNotSeenWithItsRecord() {
        LogEvent event = read((HOME + 1) % PARTITIONS, MATRIX.bytes(), GOOD.toByteArray());

        assertThat(event.judgement()).isInstanceOf(Judgement.Misplaced.class);
        assertThat(event.isWhereItsRecordIs(PARTITIONS)).isFalse();
    }

    @Test
    void aBadEventThatNamesARecordIsOfThatOne() {
        byte[] offScale = GOOD.toBuilder().setValue(425).build().toByteArray();

        LogEvent event = read(HOME, "movie/604".getBytes(UTF_8), offScale);

        assertThat(event.judgement()).isInstanceOf(Judgement.Bad.class);
        assertThat(event.record()).contains(MATRIX);
        assertThat(event.seen().value()).hasValue(425);
    }

    @Test
    void oneThatNamesNoneIsOfTheRecordOfItsKey() {
        byte[] nameless = GOOD.toBuilder().clearRecordId().build().toByteArray();
        byte[] garbage = "garbage".getBytes(UTF_8);

        assertThat(read(HOME, MATRIX.bytes(), nameless).record()).contains(MATRIX);
        assertThat(read(HOME, MATRIX.bytes(), garbage).record()).contains(MATRIX);
        assertThat(read(HOME, MATRIX.bytes(), garbage).seen().userId()).isEmpty();
        assertThat(read(HOME, MATRIX.bytes(), null).record()).contains(MATRIX);
    }

    @Test
    void withoutEitherItIsOfNone() {
        byte[] garbage = "garbage".getBytes(UTF_8);

        assertThat(read(HOME, null, garbage).record()).isEmpty();
        assertThat(read(HOME, "no key".getBytes(UTF_8), garbage).record()).isEmpty();
        assertThat(read(HOME, null, garbage).isWhereItsRecordIs(PARTITIONS)).isFalse();
    }

    @Test
    void longTextsOfBadEventsAreCut() {
        byte[] endless = GOOD.toBuilder().setUserId("x".repeat(10_000)).build().toByteArray();

        assertThat(read(HOME, null, endless).seen().userId().orElseThrow())
                .hasSize(257)
                .endsWith("…");
    }
}
