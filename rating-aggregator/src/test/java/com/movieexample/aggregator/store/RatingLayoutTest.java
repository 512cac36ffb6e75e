package com.movieexample.aggregator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.RatingVersion;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RatingLayoutTest {
    /** The bytes are stored: they may never change. */
    static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(RatingVersion.put(1_700_000_000_000L, true, 450), "03018bcfe56800c203"),
                Arguments.of(RatingVersion.put(1_700_000_000_000L, false, 50), "01018bcfe5680032"),
                Arguments.of(RatingVersion.delete(1_700_000_000_000L, true), "02018bcfe56800"),
                Arguments.of(RatingVersion.delete(0, false), "00000000000000"),
                Arguments.of(RatingVersion.put((1L << 48) - 1, true, 1_000_000), "03ffffffffffffc0843d"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aVersionIsHeldInAFewBytesAndReadBack(RatingVersion version, String hex) {
        byte[] value = RatingLayout.value(version);

        assertThat(HexFormat.of().formatHex(value)).isEqualTo(hex);
        assertThat(RatingLayout.version(value)).isEqualTo(version);
    }

    @Test
    void theKeysOfARecordStandTogetherAndKnowTheirUsers() {
        byte[] record = RecordKey.movie("603").bytes();
        Bytes first = RatingLayout.key(record, "a");

        assertThat(RatingLayout.keyAfter(record, "")).isLessThan(first);
        assertThat(RatingLayout.keyAfter(record, "a"))
                .isGreaterThan(first)
                .isLessThan(RatingLayout.key(record, "a "))
                .isLessThan(RatingLayout.key(record, "b"));
        assertThat(RatingLayout.endOf(record))
                .isGreaterThan(RatingLayout.key(record, "\uDBFF\uDFFF"))
                .isLessThan(RatingLayout.key(RecordKey.movie("603 ").bytes(), "a"));
        assertThat(RatingLayout.userOf(record, RatingLayout.key(record, "Zoë"))).isEqualTo("Zoë");
    }

    @Test
    void theKeyIsRecordZeroUser() {
        assertThat(RatingLayout.key(RecordKey.movie("603").bytes(), "Zoë").get())
                .isEqualTo("movie/603\0Zoë".getBytes(StandardCharsets.UTF_8));
    }
}
