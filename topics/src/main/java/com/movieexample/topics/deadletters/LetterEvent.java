package com.movieexample.topics.deadletters;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.api.v1.RatingEvent;
import java.util.Optional;

/** Makes an event of a dead letter again. */
final class LetterEvent {
    private LetterEvent() {}

    /**
     * The event as it is, or as somebody wants it to be; whether it keeps the rules is not looked at. It always says
     * itself when it was: its own time, or the one at which the log took it. A later time, of its second way into the
     * log, would let it win over what the user did in between.
     *
     * @throws InvalidInputException if the letter holds no event and none is given
     */
    static RatingEvent of(DeadLetter letter, Optional<Mending> mending) {
        Optional<RatingEvent> held = letter.event();
        RatingEvent event = mending.map(
                        how -> how.mend(held.map(RatingEventJson::of)).toMessage())
                .or(() -> held)
                .orElseThrow(() -> noEvent(letter));
        return event.hasRatedAt()
                ? event
                : event.toBuilder().setRatedAt(letter.logTime()).build();
    }

    private static InvalidInputException noEvent(DeadLetter letter) {
        return new InvalidInputException("event", what(letter), "a whole event as JSON in its place");
    }

    private static String what(DeadLetter letter) {
        if (letter.value().isEmpty() || letter.size() == 0) {
            return "";
        }
        return letter.isCut()
                ? "cut to its first " + letter.value().get().length + " bytes"
                : letter.size() + " bytes that are none";
    }
}
