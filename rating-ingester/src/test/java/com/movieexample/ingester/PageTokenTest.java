package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.topics.RecordKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
    private static final RecordKey RECORD = RecordKey.movie("603");

    @ParameterizedTest
    @ValueSource(strings = {"7", "a/b", "50%", "Zoë", "😀", "<script>", "????", "~~~"})
    void aTokenIsTextForAUrlAndLeadsBackToTheUser(String user) {
        String token = PageToken.of(RECORD, user);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(PageToken.afterUserId(RECORD, token)).isEqualTo(user);
    }

    @Test
    void theFirstPageAndTheLastHaveNone() {
        assertThat(PageToken.of(RECORD, "")).isEmpty();
        assertThat(PageToken.afterUserId(RECORD, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Nw", "Nw==", "AAAAAA", "AAAAADc", "a b", "ä", "+/+/+/+/"})
    void whatIsNoTokenIsRefused(String none) {
        assertThatThrownBy(() -> PageToken.afterUserId(RECORD, none))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("pageToken is \"" + none + "\", expected the nextPageToken of the page before");
    }

    @Test
    void aTokenOfAnotherRecordIsRefused() {
        String token = PageToken.of(RecordKey.movie("604"), "7");

        assertThatThrownBy(() -> PageToken.afterUserId(RECORD, token)).isInstanceOf(InvalidInputException.class);
    }
}
