package com.movieexample.query.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.query.catalog.Filter;
import com.movieexample.query.catalog.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PageTokenTest {
    private static final PageToken TOKEN =
            new PageToken(new Place(Long.MAX_VALUE, -5, "tïtle", "a/b%41"), new BigDecimal("3.5012"), 20_785, 40);

    @Test
    void whatWasWrittenIsRead() {
        assertThat(PageToken.parse(query("drama", 20, TOKEN.text(query("drama", 20, "")))))
                .isEqualTo(TOKEN);
    }

    @Test
    void thePagesOfAListMayHaveDifferentSizes() {
        assertThat(PageToken.parse(query("drama", 100, TOKEN.text(query("drama", 20, "")))))
                .isEqualTo(TOKEN);
    }

    @Test
    void aTokenOfAnotherListIsRefused() {
        String token = TOKEN.text(query("drama", 20, ""));

        assertThatThrownBy(() -> PageToken.parse(query("war", 20, token)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pageToken");
    }

    @Test
    void aMistypedTokenIsRefused() {
        String token = TOKEN.text(query("drama", 20, ""));
        for (String mistyped : List.of("x", "!!!", token.substring(1), token + "AAAA", token.replace('A', 'B'))) {
            assertThatThrownBy(() -> PageToken.parse(query("drama", 20, mistyped)))
                    .as(mistyped)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    private static ListQuery query(String genre, int size, String token) {
        return new ListQuery(
                Optional.empty(),
                new Filter(List.of(genre), OptionalInt.empty(), OptionalInt.empty(), 0),
                Sort.TOP_RATED,
                true,
                25,
                Optional.empty(),
                BigDecimal.valueOf(7),
                size,
                token);
    }
}
