package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieLensFileTest {
    @Test
    void quotedValuesMayHoldCommasAndQuotes() {
        assertThat(MovieLensFile.MOVIES.columns("5,\"Lamp, The \"\"Big\"\" (2004)\",Drama"))
                .containsExactly("5", "Lamp, The \"Big\" (2004)", "Drama");
    }

    @Test
    void valuesMayBeEmpty() {
        assertThat(MovieLensFile.LINKS.columns("5,0100005,")).containsExactly("5", "0100005", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,Lamp", "5,Lamp,Drama,", "5,Lamp, The,Drama"})
    void aLineHasAsManyColumnsAsTheHeader(String line) {
        assertThatThrownBy(() -> MovieLensFile.MOVIES.columns(line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("number of columns is")
                .hasMessageEndingWith("expected 3: movieId,title,genres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,\"Lamp,Drama", "5,\"Lamp\" The,Drama"})
    void quotesComeInPairsAroundWholeValues(String line) {
        assertThatThrownBy(() -> MovieLensFile.MOVIES.columns(line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected quotes only in pairs around whole values");
    }

    @Test
    void aCarriageReturnInTheMiddleOfALineIsNoLineEnd() {
        assertThatThrownBy(() -> MovieLensFile.MOVIES.columns("5,Lamp,Drama\r6,Tide,Drama"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("number of columns");
    }
}
