package com.movieexample.ingester.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceInListTest {
    private static final PlaceInList PLACE = new PlaceInList(1_000, new Position("p.ratings", 3, 42));

    private static DeadLetterSummary letter(long time, int partition, long offset) {
        return new DeadLetterSummary(new Position("p.ratings", partition, offset), Instant.ofEpochMilli(time), "bad");
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(PlaceInList.parse(PLACE.toToken())).contains(PLACE);
        assertThat(PLACE.toToken()).as("fit for a URL").matches("[A-Za-z0-9_-]+");
        assertThat(PlaceInList.parse("")).isEmpty();
    }

    @Test
    void liesBeforeWhatTheLogTookLaterOrHasFurtherOn() {
        assertThat(PLACE.isBefore(letter(1_001, 0, 0))).isTrue();
        assertThat(PLACE.isBefore(letter(1_000, 3, 43))).isTrue();
        assertThat(PLACE.isBefore(letter(1_000, 3, 42))).isFalse();
        assertThat(PLACE.isBefore(letter(999, 5, 99))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ratings/3:42", "MTIz", "MDEwMDAgcC5yYXRpbmdzLzM6NDI", "!", "IA"})
    void whatWasNotHandedOutIsRefused(String token) {
        assertThatThrownBy(() -> PlaceInList.parse(token))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("pageToken is \"" + token + "\", expected the nextPageToken of the page before");
    }
}
