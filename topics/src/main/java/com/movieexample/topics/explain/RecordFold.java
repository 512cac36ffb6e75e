package com.movieexample.topics.explain;

import com.movieexample.topics.rules.RatingVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of the events of one record. Of each user the event that stands is kept, of all others the latest of each
 * category. Not thread-safe.
 */
final class RecordFold {
    private final Question question;
    private final Map<String, Standing> standing = new HashMap<>();
    private final Map<Category, LatestEvents> settled = new EnumMap<>(Category.class);

    RecordFold(Question question) {
        this.question = question;
        for (Category category : Category.values()) {
            settled.put(category, new LatestEvents(question.limit()));
        }
    }

    /** Takes the record's next good event, in the order of the offsets. */
    void add(SeenEvent event, RatingVersion version) {
        String user = event.userId().orElseThrow();
        Standing previous = standing.get(user);
        if (previous != null && !version.supersedes(previous.version())) {
            Category category = Category.passedOver(version, previous.version());
            settle(ExplainedEvent.because(event, category, previous.event()));
            return;
        }
        standing.put(user, new Standing(event, version));
        if (previous != null) {
            Category category = Category.superseded(previous.version(), version);
            settle(ExplainedEvent.because(previous.event(), category, event));
        }
    }

    /** Takes an event that does not count where it stands. */
    void passOver(SeenEvent event, Category category, String reason) {
        settle(ExplainedEvent.passedOver(event, category, reason));
    }

    private void settle(ExplainedEvent event) {
        if (question.isAbout(event.event())) {
            settled.get(event.category()).add(event);
        }
    }

    /** How many users have an event that stands. */
    int users() {
        return standing.size();
    }

    /** The live ratings of all users, whoever was asked for. */
    LiveRatings live() {
        return standing.values().stream()
                .map(Standing::version)
                .filter(RatingVersion::live)
                .map(version -> new LiveRatings(1, version.value()))
                .reduce(LiveRatings.NONE, LiveRatings::and);
    }

    /** To be called once, at the end: then what stands is settled too. */
    Map<Category, ListedEvents> categories() {
        standing.values().forEach(last -> settle(ExplainedEvent.standing(last)));
        Map<Category, ListedEvents> categories = new EnumMap<>(Category.class);
        settled.forEach((category, events) -> categories.put(category, events.listed()));
        return categories;
    }
}
