package com.movieexample.topics.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.Judgement.Bad;
import com.movieexample.topics.rules.Judgement.Good;
import com.movieexample.topics.rules.Judgement.Misplaced;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {
    private static final long LOG_TIME = 1_700_000_000_000L;
    private static final long TOLERANCE = EventRules.DEFAULT.tolerance().toMillis();
    private static final byte[] KEY = RecordKey.movie("603").bytes();
    private static final int PARTITION = Partitioning.partitionOf(KEY, 6);

    private static final Headers NONE = new RecordHeaders();

    private final EventReader reader = new EventReader(EventRules.DEFAULT, 6);

    private static RatingEvent.Builder put() {
        return RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId("603")
                .setUserId("7")
                .setValue(450)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT);
    }

    private Judgement judge(RatingEvent.Builder event) {
        return reader.read(PARTITION, KEY, event.build().toByteArray(), LOG_TIME, NONE);
    }

    @Test
    void anEventWithoutATimeHappenedWhenTheLogTookIt() {
        assertThat(judge(put())).isInstanceOfSatisfying(Good.class, good -> {
            assertThat(good.version()).isEqualTo(RatingVersion.put(LOG_TIME, false, 450));
            assertThat(good.key()).isEqualTo(RecordKey.movie("603"));
        });
    }

    @Test
    void anEventWithATimeHappenedThen() {
        RatingEvent.Builder delete = put().clearValue()
                .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                .setRatedAt(5);

        assertThat(judge(delete))
                .isInstanceOfSatisfying(
                        Good.class, good -> assertThat(good.version()).isEqualTo(RatingVersion.delete(5, true)));
    }

    @Test
    void anEventUnderAnotherKeyOrNoneOrOnAnotherPartitionIsMisplaced() {
        byte[] event = put().build().toByteArray();

        assertThat(reader.read(PARTITION, null, event, LOG_TIME, NONE)).isInstanceOf(Misplaced.class);
        assertThat(reader.read(PARTITION, RecordKey.movie("604").bytes(), event, LOG_TIME, NONE))
                .isInstanceOf(Misplaced.class);
        assertThat(reader.read((PARTITION + 1) % 6, KEY, event, LOG_TIME, NONE)).isInstanceOf(Misplaced.class);
    }

    @Test
    void aCopyIsGoodInItsPlaceAndBadWhenMisplacedAgain() {
        byte[] event = put().build().toByteArray();
        Headers copied =
                new RecordHeaders().add(EventHeaders.ORIGIN, "ratings/3:1042".getBytes(StandardCharsets.UTF_8));

        assertThat(reader.read(PARTITION, KEY, event, LOG_TIME, copied)).isInstanceOf(Good.class);
        assertThat(reader.read((PARTITION + 1) % 6, KEY, event, LOG_TIME, copied))
                .isInstanceOfSatisfying(
                        Bad.class,
                        bad -> assertThat(bad.reason())
                                .isEqualTo("event is a copy by the router that is misplaced again,"
                                        + " expected the key and the partition of its record"));
        assertThat(reader.read(PARTITION, null, event, LOG_TIME, copied)).isInstanceOf(Bad.class);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(put().clearRecordType(), "recordType is empty"),
                Arguments.of(put().clearRecordId(), "recordId is empty"),
                Arguments.of(put().setUserId("a\nb"), "userId is "),
                Arguments.of(put().setProviderId("x".repeat(257)), "providerId is "),
                Arguments.of(put().clearValue(), "value is empty"),
                Arguments.of(put().setValue(0), "value is \"0\", expected 0.5 to 5 in steps of 0.5"),
                Arguments.of(put().setValue(425), "value is \"4.25\""),
                Arguments.of(put().setValue(550), "value is \"5.5\""),
                Arguments.of(put().setValue(-50), "value is \"-0.5\""),
                Arguments.of(put().clearType(), "type is "),
                Arguments.of(put().setTypeValue(9), "type is \"UNRECOGNIZED\""),
                Arguments.of(
                        put().setType(RatingEventType.RATING_EVENT_TYPE_DELETE), "value is \"450\", expected none"),
                Arguments.of(put().setRatedAt(-1), "ratedAt is \"1969-12-31T23:59:59.999Z\""),
                Arguments.of(put().setRatedAt(LOG_TIME + TOLERANCE + 1), "ratedAt is "));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void anEventAgainstTheRulesIsBadForANamedReason(RatingEvent.Builder event, String reason) {
        assertThat(judge(event))
                .isInstanceOfSatisfying(
                        Bad.class, bad -> assertThat(bad.reason()).startsWith(reason));
    }

    @Test
    void whatCantBeReadIsBad() {
        byte[] invalidUtf8 = {0x0a, 0x01, (byte) 0xff};

        assertThat(reader.read(0, KEY, "garbage".getBytes(StandardCharsets.UTF_8), LOG_TIME, NONE))
                .isInstanceOf(Bad.class);
        assertThat(reader.read(0, KEY, invalidUtf8, LOG_TIME, NONE)).isInstanceOf(Bad.class);
        assertThat(reader.read(0, KEY, new byte[0], LOG_TIME, NONE)).isInstanceOf(Bad.class);
        assertThat(reader.read(0, KEY, null, LOG_TIME, NONE)).isInstanceOf(Bad.class);
    }

    @Test
    void anEventMayBeDatedUpToTheToleranceAfterTheLogTookIt() {
        assertThat(judge(put().setRatedAt(LOG_TIME + TOLERANCE))).isInstanceOf(Good.class);
    }
}
