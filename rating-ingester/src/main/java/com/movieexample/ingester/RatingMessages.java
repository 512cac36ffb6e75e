package com.movieexample.ingester;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.movieexample.api.AggregatedRatings;
import com.movieexample.api.Hundredths;
import com.movieexample.api.v1.BatchGetAggregatedRatingsResponse;
import com.movieexample.api.v1.DeleteRatingResponse;
import com.movieexample.api.v1.ListRatingsResponse;
import com.movieexample.api.v1.PutRatingResponse;
import com.movieexample.api.v1.Rating;
import com.movieexample.api.v1.RecordName;
import com.movieexample.api.v1.RecordRating;
import com.movieexample.api.v1.RefusedRating;
import com.movieexample.api.v1.TakenRating;
import com.movieexample.api.v1.UserRating;
import com.movieexample.api.v1.Visibility;
import com.movieexample.api.v1.WriteRatingsResponse;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.topics.RecordKey;
import java.time.Instant;

/** Answers as the messages of {@code RatingService}. */
final class RatingMessages {
    private RatingMessages() {}

    static BatchGetAggregatedRatingsResponse batch(AggregatedBatch batch) {
        BatchGetAggregatedRatingsResponse.Builder response = BatchGetAggregatedRatingsResponse.newBuilder();
        batch.found()
                .forEach((record, aggregate) -> response.addRatings(
                        RecordRating.newBuilder().setRecord(name(record)).setRating(AggregatedRatings.of(aggregate))));
        batch.unavailable().forEach(record -> response.addUnavailable(name(record)));
        return response.build();
    }

    private static RecordName name(RecordKey record) {
        return RecordName.newBuilder()
                .setRecordType(record.type())
                .setRecordId(record.id())
                .build();
    }

    static ListRatingsResponse page(RatingsPage page) {
        return ListRatingsResponse.newBuilder()
                .addAllRatings(
                        page.ratings().stream().map(RatingMessages::rating).toList())
                .setNextPageToken(page.nextPageToken())
                .build();
    }

    /** @param number of the event in its stream */
    static WriteRatingsResponse outcome(long number, RatingOutcome outcome) {
        WriteRatingsResponse.Builder response =
                WriteRatingsResponse.newBuilder().setNumber(number);
        outcome.written()
                .ifPresent(written -> response.setTaken(TakenRating.newBuilder()
                        .setPosition(written.position().toString())
                        .setRatedAt(time(written.ratedAt()))));
        outcome.problem().ifPresent(problem -> response.setRefused(refused(problem)));
        return response.build();
    }

    private static RefusedRating refused(Problem problem) {
        RefusedRating.Builder refused = RefusedRating.newBuilder().setDetail(problem.detail());
        problem.invalidField()
                .ifPresent(invalid -> refused.setField(invalid.field())
                        .setValue(invalid.value())
                        .setExpected(invalid.expected()));
        return refused.build();
    }

    static Rating rating(UserRating rating) {
        return Rating.newBuilder()
                .setUserId(rating.getUserId())
                .setValue(Hundredths.toDecimal(rating.getValue()).doubleValue())
                .setRatedAt(Timestamps.fromMillis(rating.getRatedAt()))
                .build();
    }

    static PutRatingResponse.Builder put(WrittenRating written) {
        return PutRatingResponse.newBuilder()
                .setPosition(written.position().toString())
                .setRatedAt(time(written.ratedAt()));
    }

    static DeleteRatingResponse.Builder delete(WrittenRating written) {
        return DeleteRatingResponse.newBuilder()
                .setPosition(written.position().toString())
                .setRatedAt(time(written.ratedAt()));
    }

    static Visibility visibility(VisibleRating seen) {
        return Visibility.newBuilder()
                .setOutcome(
                        switch (seen.outcome()) {
                            case COUNTED -> Visibility.Outcome.OUTCOME_COUNTED;
                            case SUPERSEDED -> Visibility.Outcome.OUTCOME_SUPERSEDED;
                            case REFUSED -> Visibility.Outcome.OUTCOME_REFUSED;
                        })
                .setRating(AggregatedRatings.of(seen.aggregate().found()))
                .build();
    }

    private static Timestamp time(Instant instant) {
        return Timestamps.fromMillis(instant.toEpochMilli());
    }
}
