package com.movieexample.launcher.instances;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.Appended;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Ratings of movies under all kinds of ids, and what they add up to. */
final class ManyRatings {
    private static final List<String> ID_FORMS =
            List.of("heat-%d", "Heat-%d", "HEAT/%d", "Amélie %d", "七人の侍%d", "100%% %d, a+b");
    private static final int MOVIES = 300;
    private static final int VALUES = 10;

    private final Map<String, Sum> expected = new LinkedHashMap<>();

    /** @param hundredths the sum of the values */
    record Sum(long count, long hundredths) {
        private Sum and(Sum other) {
            return new Sum(count + other.count, hundredths + other.hundredths);
        }
    }

    private ManyRatings() {}

    static String id(int movie) {
        return ID_FORMS.get(movie % ID_FORMS.size()).formatted(movie);
    }

    /** Each rating by another user, or of another movie. */
    static ManyRatings append(MarqueeLog log, int count) {
        ManyRatings ratings = new ManyRatings();
        List<CompletableFuture<Appended>> appended = new ArrayList<>();
        try (TopicWriter<RatingEvent> writer =
                new TopicWriter<>(log.clients(), "many-ratings", log.topics().ratings())) {
            for (int i = 0; i < count; i++) {
                appended.add(ratings.append(writer, i));
            }
            appended.forEach(CompletableFuture::join);
        }
        return ratings;
    }

    private CompletableFuture<Appended> append(TopicWriter<RatingEvent> writer, int number) {
        String id = id(number % MOVIES);
        int value = 50 * (1 + number % VALUES);
        RecordKey record = RecordKey.movie(id);
        RatedEvent event =
                new RatedEvent(record, "User " + number / MOVIES, OptionalInt.of(value), OptionalLong.of(1 + number));
        add(id, value);
        return writer.append(record.toString(), event.toMessage());
    }

    /** Takes note of a rating that was written by other means. */
    void add(String id, int value) {
        expected.merge(id, new Sum(1, value), Sum::and);
    }

    /** By the ids of the movies. */
    Map<String, Sum> expected() {
        return expected;
    }
}
