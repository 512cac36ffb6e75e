package com.movieexample.topics.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LetterEventTest {
    private static final long LOG_TIME = 1_700_000_000_000L;
    private static final RatingEvent EVENT = RatingEvent.newBuilder()
            .setRecordType("movie")
            .setRecordId("603")
            .setUserId("neo")
            .setValue(425)
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .setRatedAt(1_600_000_000_000L)
            .build();
    private static final RatingEventJson OTHER =
            new RatingEventJson("neo", "604", null, new BigDecimal("4.5"), null, null, null);

    private static DeadLetter letter(byte[] value) {
        return DeadLetter.of(
                new ConsumerRecord<>(
                        "ratings",
                        3,
                        1042,
                        LOG_TIME,
                        TimestampType.LOG_APPEND_TIME,
                        -1,
                        -1,
                        null,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                "bad");
    }

    private static RatingEvent asItIs(byte[] value) {
        return LetterEvent.of(letter(value), Optional.empty());
    }

    @Test
    void anEventWithATimeStaysAsItIs() {
        assertThat(asItIs(EVENT.toByteArray())).isEqualTo(EVENT);
    }

    @Test
    void anEventWithoutATimeIsDatedWhenTheLogTookItFirst() {
        RatingEvent implicit = EVENT.toBuilder().clearRatedAt().build();

        assertThat(asItIs(implicit.toByteArray()))
                .isEqualTo(implicit.toBuilder().setRatedAt(LOG_TIME).build());
    }

    @Test
    void aMendedEventIsWhatSomebodyMadeOfTheOneThatTheLetterHolds() {
        RatingEvent mended = LetterEvent.of(letter(EVENT.toByteArray()), Optional.of(held -> {
            assertThat(held.orElseThrow().value()).isEqualTo("4.25");
            assertThat(held.orElseThrow().ratedAt()).isEqualTo(Instant.ofEpochMilli(EVENT.getRatedAt()));
            return OTHER;
        }));

        assertThat(mended.getRecordId()).isEqualTo("604");
        assertThat(mended.getValue()).isEqualTo(450);
        assertThat(mended.getRatedAt()).as("its time was taken away").isEqualTo(LOG_TIME);
    }

    @Test
    void aTypeThatIsNoneIsNotTakenForAPut() {
        RatingEvent typeless = EVENT.toBuilder().clearType().build();

        assertThatThrownBy(
                        () -> LetterEvent.of(letter(typeless.toByteArray()), Optional.of(held -> held.orElseThrow())))
                .hasMessage("eventType is \"RATING_EVENT_TYPE_UNSPECIFIED\", expected put or delete");
    }

    @Test
    void bytesThatAreNoEventNeedAWholeOneInTheirPlace() {
        DeadLetter garbage = letter("garbage".getBytes(UTF_8));

        assertThatThrownBy(() -> LetterEvent.of(garbage, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("event is \"7 bytes that are none\", expected a whole event as JSON in its place");
        assertThat(LetterEvent.of(garbage, Optional.of(held -> {
                            assertThat(held).isEmpty();
                            return OTHER;
                        }))
                        .getRatedAt())
                .isEqualTo(LOG_TIME);
    }

    @Test
    void soDoNoBytesAndOnlyTheBeginningOfThem() {
        byte[] large =
                EVENT.toBuilder().setProviderId("p".repeat(3_000)).build().toByteArray();

        assertThatThrownBy(() -> asItIs(null)).hasMessageContaining("event is empty, expected a whole event");
        assertThatThrownBy(() -> asItIs(new byte[0])).hasMessageContaining("event is empty, expected a whole event");
        assertThatThrownBy(() -> LetterEvent.of(letter(large).cut(), Optional.empty()))
                .hasMessageContaining("event is \"cut to its first 1024 bytes\", expected a whole event");
    }
}
