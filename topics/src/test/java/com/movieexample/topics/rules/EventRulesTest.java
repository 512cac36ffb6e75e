package com.movieexample.topics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {
    /** Fingerprints are stored: the default rules' one may change only together with the decoder's number. */
    @Test
    void theDefaultRulesKeepTheirFingerprint() {
        assertThat(EventRules.DEFAULT.fingerprint()).isEqualTo("1df6ff5eb61fcc43");
    }

    @Test
    void eachRuleIsInTheFingerprint() {
        RatingScale stars = RatingScale.parse("1..10/1");
        assertThat(Stream.of(
                                EventRules.DEFAULT,
                                new EventRules(Map.of("series", stars), RatingScale.HALF_STARS, Duration.ofMinutes(1)),
                                new EventRules(Map.of("book", stars), RatingScale.HALF_STARS, Duration.ofMinutes(1)),
                                new EventRules(Map.of(), stars, Duration.ofMinutes(1)),
                                new EventRules(Map.of(), RatingScale.HALF_STARS, Duration.ofMinutes(2)))
                        .map(EventRules::fingerprint))
                .doesNotHaveDuplicates();
    }

    @Test
    void areReadBackAsTheyAreStored() {
        RatingScale stars = RatingScale.parse("1..10/1");
        EventRules rules = new EventRules(Map.of("series", stars, "b/o%k", stars), stars, Duration.ofMillis(1_500));

        assertThat(EventRules.of(rules.toMessage())).isEqualTo(rules);
        assertThat(EventRules.of(EventRules.DEFAULT.toMessage())).isEqualTo(EventRules.DEFAULT);
    }

    @Test
    void refusesStoredRulesThatItCantFollow() {
        var later = EventRules.DEFAULT.toMessage().toBuilder()
                .setDecoder(7)
                .setFingerprint("0123456789abcdef")
                .build();

        assertThatThrownBy(() -> EventRules.of(later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("0123456789abcdef", "decoder 7", "expected murmur2 and " + EventRules.DECODER);
    }

    @Test
    void anUnconfiguredRecordTypeHasTheDefaultScale() {
        RatingScale stars = RatingScale.parse("1..10/1");
        EventRules rules = new EventRules(Map.of("series", stars), RatingScale.HALF_STARS, Duration.ofMinutes(1));

        assertThat(rules.scaleOf("series")).isEqualTo(stars);
        assertThat(rules.scaleOf("movie")).isEqualTo(RatingScale.HALF_STARS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1..10", "10..1/1", "1..10/0", "1..10/4", "0..10000/0.01", "a..b/c", "1..20000/1"})
    void refusesWhatIsNoScale(String text) {
        assertThatThrownBy(() -> RatingScale.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aScaleIsReadAsItIsWritten() {
        assertThat(RatingScale.parse("0.5..5/0.5"))
                .isEqualTo(RatingScale.HALF_STARS)
                .hasToString("0.5..5/0.5");
    }
}
