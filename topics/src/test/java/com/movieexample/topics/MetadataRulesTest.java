package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataRulesTest {
    private static Metadata.Builder valid() {
        return Metadata.newBuilder().setId("the-matrix").setTitle("The Matrix");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(valid().clearId(), "id is empty"),
                Arguments.of(valid().setId("a\nb"), "id is "),
                Arguments.of(valid().setTitle(" "), "title is "),
                Arguments.of(valid().setTitle("x".repeat(1_025)), "title is "),
                Arguments.of(valid().setDirector("x".repeat(1_025)), "director is "),
                Arguments.of(valid().setDescription("x".repeat(65_537)), "description is "),
                Arguments.of(valid().setDescription("half \ud83d"), "description is \"half \ud83d\""),
                Arguments.of(valid().setYear(1799), "year is \"1799\", expected a year from 1800 to 2200"),
                Arguments.of(valid().addAllGenres(Collections.nCopies(65, "Drama")), "genres is \"65\""),
                Arguments.of(valid().addGenres(""), "genres is empty"),
                Arguments.of(valid().putAllExternalIds(Map.of("imdb", "")), "externalIds.imdb is empty"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatBreaksARuleByName(Metadata.Builder broken, String message) {
        assertThatThrownBy(() -> MetadataRules.check(broken.build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void takesWhatKeepsThem() {
        Metadata full = valid().setYear(1999)
                .addGenres("Action")
                .putExternalIds("imdb", "tt0133093")
                .build();

        assertThatCode(() -> MetadataRules.check(full)).doesNotThrowAnyException();
    }
}
