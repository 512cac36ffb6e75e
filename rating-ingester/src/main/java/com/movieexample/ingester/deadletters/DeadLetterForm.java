package com.movieexample.ingester.deadletters;

import com.movieexample.api.json.DeadLetterJson;
import com.movieexample.api.json.DeadLetterJson.HeaderJson;
import com.movieexample.api.json.DeadLetterSummaryJson;
import com.movieexample.api.json.DeadLettersJson;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.common.header.Header;

/** Dead letters as JSON. */
final class DeadLetterForm {
    private DeadLetterForm() {}

    static DeadLettersJson of(DeadLettersPage page) {
        return new DeadLettersJson(
                page.letters().stream().map(DeadLetterForm::of).toList(),
                page.last().map(PlaceInList::toToken).orElse(null));
    }

    private static DeadLetterSummaryJson of(DeadLetterSummary letter) {
        return new DeadLetterSummaryJson(letter.origin().toString(), letter.logTime(), letter.reason());
    }

    static DeadLetterJson of(DeadLetter letter) {
        return new DeadLetterJson(
                letter.origin().toString(),
                Instant.ofEpochMilli(letter.logTime()),
                letter.reason(),
                letter.key().map(DeadLetterForm::base64).orElse(null),
                letter.headers().stream().map(DeadLetterForm::of).toList(),
                letter.size(),
                letter.value().map(DeadLetterForm::base64).orElse(null),
                letter.event().map(RatingEventJson::of).orElse(null));
    }

    private static HeaderJson of(Header header) {
        return new HeaderJson(header.key(), header.value() == null ? null : base64(header.value()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
