package com.movieexample.ingester.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a letter stands, or stood, among the others; as text for a URL it is a page token. It stays good when the letter
 * itself has been resubmitted meanwhile.
 */
record PlaceInList(long logTime, Position origin) {
    private static final String FIELD = "pageToken";
    private static final String EXPECTED = "the nextPageToken of the page before";

    static PlaceInList of(DeadLetterSummary letter) {
        return new PlaceInList(letter.logTime().toEpochMilli(), letter.origin());
    }

    boolean isBefore(DeadLetterSummary letter) {
        PlaceInList other = of(letter);
        return logTime == other.logTime ? origin.compareTo(other.origin) < 0 : logTime < other.logTime;
    }

    String toToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((logTime + " " + origin).getBytes(UTF_8));
    }

    /**
     * The inverse of {@link #toToken}; none for an empty text.
     *
     * @throws InvalidInputException for what {@link #toToken} did not make
     */
    static Optional<PlaceInList> parse(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(decode(token));
    }

    private static PlaceInList decode(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", 2);
            PlaceInList place = new PlaceInList(Long.parseLong(parts[0]), Position.parse(parts[parts.length - 1]));
            if (place.toToken().equals(token)) {
                return place;
            }
        } catch (InvalidInputException | IllegalArgumentException e) {
            throw new InvalidInputException(FIELD, token, EXPECTED, e);
        }
        throw new InvalidInputException(FIELD, token, EXPECTED);
    }
}
