package com.movieexample.topics.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.Appended;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.rules.EventRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The way of a dead letter's event back into the log. Does not own what it writes by; thread-safe.
 *
 * @param rules of the live generation
 * @param ratings writes to {@code ratings}
 */
public record Resubmission(EventRules rules, TopicWriter<RatingEvent> ratings, Removal letters, Clock clock) {
    /**
     * Appends the event to {@code ratings}, under its right key, and then takes the letter away; returns once Kafka has
     * both. An event that breaks a rule is not sent, and its letter stays.
     *
     * @throws InvalidInputException naming the field that breaks a rule; {@code event} if the letter holds none
     * @throws LogUnavailableException if one of the topics is not known to have it; then it may be resubmitted again
     */
    public Resubmitted resubmit(DeadLetter letter, Optional<Mending> mending) {
        RatingEvent event = LetterEvent.of(letter, mending);
        rules.require(event, clock.millis());
        RecordKey key = new RecordKey(event.getRecordType(), event.getRecordId());
        Appended appended = ConfirmedWrite.await(ratings.append(key.toString(), event, headers(letter)));
        // In this order: the other way round a crash in between would lose the event. This way the letter stays, and
        // resubmitted again it makes a second copy, which counts once with the first, since it says itself when it was.
        letters.drop(letter.origin());
        return new Resubmitted(letter.origin(), appended.position(), Instant.ofEpochMilli(event.getRatedAt()));
    }

    /** What it came with, and behind it where it stood: of several origins the last is the nearest. */
    private static List<Header> headers(DeadLetter letter) {
        List<Header> headers = new ArrayList<>(letter.headers());
        headers.add(
                new RecordHeader(EventHeaders.ORIGIN, letter.origin().toString().getBytes(UTF_8)));
        return headers;
    }
}
