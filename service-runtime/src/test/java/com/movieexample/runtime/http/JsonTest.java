package com.movieexample.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.movieexample.api.InvalidInputException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final Json json = new Json();

    enum Kind {
        PUT,
        DELETE
    }

    record Rating(String userId, BigDecimal value, Integer year, Kind kind, Instant ratedAt, Boolean last) {}

    record Batch(List<Rating> ratings) {}

    record Guarded(int value) {
        Guarded {
            if (value > 5) {
                throw new InvalidInputException("value", Integer.toString(value), "at most 5");
            }
        }
    }

    @Test
    void readsAndWritesWhatItWrote() {
        Rating rating = new Rating(
                "é", new BigDecimal("4.50"), 1999, Kind.PUT, Instant.parse("2026-01-31T12:00:00.123Z"), true);
        assertThat(json.read(json.write(rating), Rating.class)).isEqualTo(rating);
    }

    @Test
    void leavesNullsOutAndWritesNumbersPlain() {
        assertThat(text(new Rating("7", new BigDecimal("1E+3"), null, null, null, false)))
                .isEqualTo("{\"userId\":\"7\",\"value\":1000,\"last\":false}");
        assertThat(text(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
    }

    @Test
    void readsTimesOfAnyOffset() {
        Rating rating = read("{\"ratedAt\":\"2026-01-31T13:00:00+01:00\"}");
        assertThat(rating.ratedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    }

    @Test
    void keepsTheDecimalsOfATree() {
        JsonNode tree = json.read(utf8("{\"value\":4.10}"), JsonNode.class);
        assertThat(tree.get("value").decimalValue()).isEqualTo(new BigDecimal("4.10"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"valeu\":1} | valeu is \"valeu\", expected a known field: kind, last, ratedAt, userId, value, year",
                "{\"value\":\"4.5\"} | value is \"4.5\", expected a number",
                "{\"value\":\"x\"} | value is \"x\", expected a number",
                "{\"value\":[4]} | value is \"an array\", expected a number",
                "{\"year\":1999.5} | year is \"1999.5\", expected a whole number",
                "{\"year\":99999999999} | year is \"99999999999\", expected a whole number",
                "{\"userId\":7} | userId is \"7\", expected text",
                "{\"userId\":true} | userId is \"true\", expected text",
                "{\"userId\":{}} | userId is \"an object\", expected text",
                "{\"kind\":\"put\"} | kind is \"put\", expected one of PUT, DELETE",
                "{\"kind\":0} | kind is \"0\", expected one of PUT, DELETE",
                "{\"ratedAt\":\"today\"} | ratedAt is \"today\", expected an RFC 3339 time, for example 2026-01-31T12:00:00Z",
                "{\"ratedAt\":12} | ratedAt is \"12\", expected an RFC 3339 time, for example 2026-01-31T12:00:00Z",
                "{\"last\":\"yes\"} | last is \"yes\", expected true or false",
                "{\"last\":\"true\"} | last is \"true\", expected true or false",
                "[] | body is \"an array\", expected an object",
                "null | body is empty, expected one value and nothing after it",
                "{\"year\":1,\"year\":2} | body is \"malformed at line 1, column 17\", expected JSON with each field once",
                "{\"year\":1 | body is \"malformed at line 1, column 10\", expected well-formed JSON",
                "{\"year\":NaN} | body is \"malformed at line 1, column 12\", expected well-formed JSON",
                "{} {} | body is \"an object\", expected one value and nothing after it",
            })
    void namesTheFieldTheValueAndTheExpectation(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheElementOfAList() {
        assertThatThrownBy(() -> json.read(utf8("{\"ratings\":[{},{\"value\":\"x\"}]}"), Batch.class))
                .hasMessage("ratings[1].value is \"x\", expected a number");
    }

    @Test
    void passesOnWhatARecordRefuses() {
        assertThatThrownBy(() -> json.read(utf8("{\"value\":6}"), Guarded.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("value is \"6\", expected at most 5");
    }

    @Test
    void asksForPrimitivesThatAreMissingOrNull() {
        assertThatThrownBy(() -> json.read(utf8("{}"), Guarded.class))
                .hasMessage("value is empty, expected a whole number");
        assertThatThrownBy(() -> json.read(utf8("{\"value\":null}"), Guarded.class))
                .hasMessage("value is \"null\", expected a whole number");
    }

    @Test
    void refusesWhatIsDeeperOrLongerThanAnyoneNeeds() {
        for (String text : List.of("[".repeat(100), "1".repeat(100), "[" + "1,".repeat(60_000) + "1]")) {
            assertThatThrownBy(() -> json.read(utf8(text), JsonNode.class))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("at most 50000 tokens, 64 levels and 64 digits a number");
        }
        assertThatThrownBy(() -> read("{\"value\":" + "1".repeat(100) + "}")).hasMessageContaining("64 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ 1 , 2 ] ", "[{\"a\":[1,{}]},\"ä\\\"]\",null]", "[-0.5e3,true,\"\"]"})
    void findsTheElementsOfAnArrayAsTheyStandThere(String array) {
        String again = json.elements(array.getBytes(UTF_8), 10).stream()
                .map(element -> new String(element, UTF_8))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(again).isEqualTo(array.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1", "[1]]", "[1] 2", "[1,", "", "[01]", "[tru]"})
    void refusesWhatIsNoArray(String text) {
        assertThatThrownBy(() -> json.elements(text.getBytes(UTF_8), 10)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesAnArrayWithMoreElementsThanAreAskedFor() {
        byte[] three = "[1,{},\"\"]".getBytes(UTF_8);

        assertThat(json.elements(three, 3)).hasSize(3);
        assertThatThrownBy(() -> json.elements(three, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("body", "more than 2 elements", "at most 2 elements");
    }

    @Test
    void refusesAnArrayInUtf16() {
        assertThatThrownBy(() -> json.elements("[1]".getBytes(UTF_16), 10))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = "{\"userId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> json.read(latin1, Rating.class)).isInstanceOf(InvalidInputException.class);
    }

    private Rating read(String body) {
        return json.read(utf8(body), Rating.class);
    }

    private String text(Object value) {
        return new String(json.write(value), UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
