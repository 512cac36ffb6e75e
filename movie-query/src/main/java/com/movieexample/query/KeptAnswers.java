package com.movieexample.query;

import com.google.protobuf.MessageLite;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import java.nio.charset.StandardCharsets;

/**
 * What is kept of answers, and what the views tell of changes. Whoever lets reads go to another view clears it once they
 * do. Thread-safe.
 */
final class KeptAnswers {
    private final AnswerCache<byte[]> json = new AnswerCache<>(bytes -> bytes.length);
    private final AnswerCache<MovieDetails> messages = new AnswerCache<>(MessageLite::getSerializedSize);

    AnswerCache<byte[]> json() {
        return json;
    }

    AnswerCache<MovieDetails> messages() {
        return messages;
    }

    void clear() {
        json.clear();
        messages.clear();
    }

    /** A record of the metadata view has changed. */
    void metadataChanged(byte[] key) {
        changed(new String(key, StandardCharsets.UTF_8));
    }

    /** An entry of the ratings view has changed. */
    void ratingChanged(byte[] key) {
        if (!ViewKeys.isRecord(key)) {
            return;
        }
        try {
            RecordKey record = RecordKey.parse(new String(key, StandardCharsets.UTF_8));
            if (record.type().equals(RecordKey.MOVIE)) {
                changed(record.id());
            }
        } catch (InvalidInputException e) {
            // Nobody can ask for a record under such a key.
        }
    }

    private void changed(String id) {
        json.changed(id);
        messages.changed(id);
    }
}
