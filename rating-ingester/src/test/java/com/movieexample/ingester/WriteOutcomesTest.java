package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.api.v1.UserRating;
import com.movieexample.ingester.VisibleRating.Outcome;
import com.movieexample.topics.rules.EventRules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteOutcomesTest {
    private static final long NOW = Instant.parse("2026-11-27T20:15:00Z").toEpochMilli();

    private final WriteOutcomes outcomes = new WriteOutcomes(EventRules.DEFAULT);

    private static RatingEvent event(RatingEventType type, long ratedAt) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId("603")
                .setUserId("neo")
                .setType(type)
                .setRatedAt(ratedAt);
        return (type == RatingEventType.RATING_EVENT_TYPE_PUT ? event.setValue(400) : event).build();
    }

    private static Optional<UserRating> standing(int value, long ratedAt) {
        return Optional.of(UserRating.newBuilder()
                .setUserId("neo")
                .setValue(value)
                .setRatedAt(ratedAt)
                .build());
    }

    private Outcome put(long ratedAt, Optional<UserRating> standing) {
        return outcome(event(RatingEventType.RATING_EVENT_TYPE_PUT, ratedAt), standing);
    }

    private Outcome delete(Optional<UserRating> standing) {
        return outcome(event(RatingEventType.RATING_EVENT_TYPE_DELETE, NOW), standing);
    }

    private Outcome outcome(RatingEvent event, Optional<UserRating> standing) {
        WrittenRating written =
                new WrittenRating(new Position("ratings", 0, 1), Instant.ofEpochMilli(event.getRatedAt()), NOW);
        return outcomes.of(event, written, standing);
    }

    @Test
    void aPutCountsIfItStands() {
        assertThat(put(NOW, standing(400, NOW))).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void aPutIsSupersededByWhateverElseStands() {
        assertThat(put(NOW, standing(450, NOW))).isEqualTo(Outcome.SUPERSEDED);
        assertThat(put(NOW, standing(400, NOW + 1))).isEqualTo(Outcome.SUPERSEDED);
        assertThat(put(NOW, Optional.empty())).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void aDeleteCountsIfNothingStands() {
        assertThat(delete(Optional.empty())).isEqualTo(Outcome.COUNTED);
        assertThat(delete(standing(400, NOW + 1))).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void whatIsDatedTooFarAheadOfTheLogIsRefusedThoughTheServiceTookIt() {
        long tooFar = NOW + EventRules.DEFAULT.tolerance().toMillis() + 1;

        assertThat(put(tooFar, Optional.empty())).isEqualTo(Outcome.REFUSED);
    }
}
