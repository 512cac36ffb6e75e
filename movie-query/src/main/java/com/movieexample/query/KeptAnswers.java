package com.movieexample.query;

import com.google.protobuf.MessageLite;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.runtime.http.TaggedJson;

/**
 * What is kept of answers, until the views tell of a change. Thread-safe.
 */
final class KeptAnswers implements MovieListener {
    private final AnswerCache<TaggedJson> json = new AnswerCache<>(encoded -> encoded.utf8().length);
    private final AnswerCache<MovieDetails> messages = new AnswerCache<>(MessageLite::getSerializedSize);

    AnswerCache<TaggedJson> json() {
        return json;
    }

    AnswerCache<MovieDetails> messages() {
        return messages;
    }

    @Override
    public void metadataCleared() {
        clear();
    }

    @Override
    public void described(Metadata metadata) {
        changed(metadata.getId());
    }

    @Override
    public void describedNoMore(String id) {
        changed(id);
    }

    @Override
    public void ratingsCleared() {
        clear();
    }

    @Override
    public void rated(String id, RatingAggregate aggregate) {
        changed(id);
    }

    private void clear() {
        json.clear();
        messages.clear();
    }

    private void changed(String id) {
        json.changed(id);
        messages.changed(id);
    }
}
