package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieLensRatingsTest {
    @Test
    void aLineIsADatedPut() {
        assertThat(MovieLensRatings.read(List.of("7", "5", "4.5", "964982703")))
                .isEqualTo(RatingEvent.newBuilder()
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setRecordType("movie")
                        .setRecordId("5")
                        .setUserId("7")
                        .setValue(450)
                        .setRatedAt(964_982_703_000L)
                        .setProviderId("movielens")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"0.5,50", "4.0,400", "5,500"})
    void valuesAreKeptInHundredths(String rating, int hundredths) {
        assertThat(MovieLensRatings.read(List.of("7", "5", rating, "0")).getValue())
                .isEqualTo(hundredths);
    }

    @ParameterizedTest
    @CsvSource({
        "x,5,4.5,1,userId is \"x\"",
        "7,'',4.5,1,movieId is empty",
        "7,5,good,1,rating is \"good\"",
        "7,5,4.555,1,rating is \"4.555\"",
        "7,5,4.5,-1,timestamp is \"-1\"",
        "7,5,4.5,1e9,timestamp is \"1e9\"",
        "7,5,4.5,9999999999999,timestamp is \"9999999999999\""
    })
    void whatIsWrongIsNamed(String user, String movie, String rating, String timestamp, String message) {
        List<String> columns = List.of(user, movie, rating, timestamp);

        assertThatThrownBy(() -> MovieLensRatings.read(columns))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }
}
