package com.movieexample.topics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Sequences of events, each followed by what became of it: {@code 3 replaced by 5}. */
class RecordFoldTest {
    private static final RecordKey MATRIX = RecordKey.movie("603");
    private static final long LOG_TIME = 1_700_000_000_000L;

    private final EventReader reader = new EventReader(EventRules.DEFAULT, 1);
    private RecordFold fold = new RecordFold(about(Optional.empty(), 100));
    private long offset;
    private long logTime = LOG_TIME;

    private static Question about(Optional<String> user, int limit) {
        return new Question(MATRIX, user, limit, 25, Optional.empty());
    }

    private void add(UnaryOperator<RatingEvent.Builder> change) {
        RatingEvent event = change.apply(RatingEvent.newBuilder()
                        .setRecordType("movie")
                        .setRecordId("603")
                        .setUserId("neo")
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT))
                .build();
        Judgement judgement = reader.read(0, MATRIX.bytes(), event.toByteArray(), logTime, new RecordHeaders());
        SeenEvent seen = SeenEvent.of(new Position("ratings", 0, offset++), event, logTime, Optional.empty());
        fold.add(seen, ((Judgement.Good) judgement).version());
    }

    private void put(String user, int value, long ratedAt) {
        add(event -> event.setUserId(user).setValue(value).setRatedAt(ratedAt));
    }

    private void delete(String user, long ratedAt) {
        add(event -> event.setUserId(user)
                .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                .setRatedAt(ratedAt));
    }

    private void putNow(String user, int value) {
        add(event -> event.setUserId(user).setValue(value));
    }

    private List<String> told() {
        return told(fold.categories());
    }

    private static List<String> told(Map<Category, ListedEvents> categories) {
        return categories.values().stream()
                .flatMap(listed -> listed.latest().stream())
                .sorted((a, b) -> a.event().position().compareTo(b.event().position()))
                .map(RecordFoldTest::told)
                .toList();
    }

    private static String told(ExplainedEvent explained) {
        return explained.event().position().offset() + " "
                + explained.category().text()
                + explained.by().map(by -> " by " + by.offset()).orElse("")
                + explained.reason().map(reason -> ": " + reason).orElse("");
    }

    private static Map<String, Long> counts(Map<Category, ListedEvents> categories) {
        return Arrays.stream(Category.values())
                .filter(category -> categories.get(category).count() > 0)
                .collect(Collectors.toMap(
                        Category::text, category -> categories.get(category).count()));
    }

    @Test
    void whatStandsIsCounted() {
        put("neo", 450, 10);
        put("trinity", 300, 5);

        assertThat(told()).containsExactly("0 counted", "1 counted");
        assertThat(fold.live()).isEqualTo(new LiveRatings(2, 750));
    }

    @Test
    void aNewerRatingReplacesTheOneBefore() {
        put("neo", 450, 10);
        put("neo", 300, 11);
        put("neo", 200, 12);

        assertThat(told()).containsExactly("0 replaced by 1", "1 replaced by 2", "2 counted");
        assertThat(fold.live()).isEqualTo(new LiveRatings(1, 200));
    }

    @Test
    void aDeleteTakesARatingAway() {
        put("neo", 450, 10);
        delete("neo", 11);

        assertThat(told()).containsExactly("0 deleted by 1", "1 deleted");
        assertThat(fold.live()).isEqualTo(LiveRatings.NONE);
    }

    @Test
    void aRatingOrADeleteAfterADeleteReplacesThat() {
        delete("neo", 10);
        delete("neo", 11);
        put("neo", 450, 12);

        assertThat(told()).containsExactly("0 replaced by 1", "1 replaced by 2", "2 counted");
    }

    @Test
    void anOlderEventThatComesAfterANewerOneIsLate() {
        put("neo", 450, 10);
        put("neo", 300, 9);
        delete("neo", 8);

        assertThat(told()).containsExactly("0 counted", "1 late by 0", "2 late by 0");
    }

    @Test
    void anOlderRatingAfterADeleteStaysDead() {
        delete("neo", 10);
        put("neo", 300, 9);

        assertThat(told()).containsExactly("0 deleted", "1 late by 0");
    }

    @Test
    void atTheSameTimeTheTotalOrderTellsWhichIsLate() {
        put("neo", 450, 10);
        put("neo", 300, 10);
        put("neo", 500, 10);
        delete("neo", 10);
        put("neo", 500, 10);

        assertThat(told())
                .containsExactly("0 replaced by 2", "1 late by 0", "2 deleted by 3", "3 deleted", "4 late by 3");
    }

    @Test
    void theSameAgainIsADuplicateOfWhatStands() {
        put("neo", 450, 10);
        put("neo", 450, 10);
        put("neo", 300, 11);
        put("neo", 450, 10);
        delete("trinity", 5);
        delete("trinity", 5);

        assertThat(told())
                .containsExactly(
                        "0 replaced by 2",
                        "1 duplicate by 0",
                        "2 counted",
                        // What it is a copy of stands no more, so it is late.
                        "3 late by 2",
                        "4 deleted",
                        "5 duplicate by 4");
    }

    @Test
    void withoutATimeOfItsOwnTheSameAgainIsANewRating() {
        putNow("neo", 450);
        putNow("neo", 450);

        assertThat(told()).containsExactly("0 replaced by 1", "1 counted");
    }

    @Test
    void withoutATimeOfItsOwnItCountsByTheLogsAndWinsATie() {
        put("neo", 450, LOG_TIME);
        putNow("neo", 100);
        put("neo", 500, LOG_TIME);
        put("neo", 200, LOG_TIME + 1);
        logTime = LOG_TIME - 5;
        putNow("neo", 300);

        assertThat(told())
                .containsExactly("0 replaced by 1", "1 replaced by 3", "2 late by 1", "3 counted", "4 late by 3");
    }

    @Test
    void whatIsPassedOverSaysWhy() {
        SeenEvent bad = SeenEvent.unreadable(new Position("ratings", 0, 7), LOG_TIME, Optional.empty());
        fold.passOver(bad, Category.BAD, "value is missing");

        assertThat(told()).containsExactly("7 bad: value is missing");
        assertThat(fold.live()).isEqualTo(LiveRatings.NONE);
    }

    @Test
    void onlyTheLatestOfEachCategoryAreListedButAllAreCounted() {
        fold = new RecordFold(about(Optional.empty(), 2));
        for (int user = 0; user < 4; user++) {
            put("user " + user, 450, 10);
        }
        // The last first: what is replaced first is not what came first.
        for (int user = 3; user >= 0; user--) {
            put("user " + user, 300, 11);
        }

        Map<Category, ListedEvents> categories = fold.categories();

        assertThat(told(categories)).containsExactly("2 replaced by 5", "3 replaced by 4", "6 counted", "7 counted");
        assertThat(counts(categories)).isEqualTo(Map.of("counted", 4L, "replaced", 4L));
        assertThat(categories.get(Category.REPLACED).more()).isEqualTo(2);
    }

    @Test
    void ofOneUserOnlyTheEventsAreListedButTheMeanIsEverybodys() {
        fold = new RecordFold(about(Optional.of("neo"), 100));
        put("trinity", 300, 10);
        put("neo", 450, 10);
        put("neo", 500, 11);
        fold.passOver(
                SeenEvent.unreadable(new Position("ratings", 0, 7), LOG_TIME, Optional.empty()),
                Category.BAD,
                "no user");

        assertThat(told()).containsExactly("1 replaced by 2", "2 counted");
        assertThat(fold.live()).isEqualTo(new LiveRatings(2, 800));
    }
}
