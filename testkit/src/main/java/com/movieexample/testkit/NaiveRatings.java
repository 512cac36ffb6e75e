package com.movieexample.testkit;

import com.movieexample.topics.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ratings view must say, worked out in the plainest way: keep every event, and when asked, sort each user's
 * and take the last. Shares no code with the fold. Not thread-safe.
 */
public final class NaiveRatings {
    private static final long DAY_MS = 24 * 60 * 60 * 1000L;

    private final Map<RecordKey, List<Taken>> eventsByRecord = new HashMap<>();

    private record Taken(RatedEvent event, long logTime, long offset) {
        long time() {
            return event.ratedAt().orElse(logTime);
        }

        boolean explicit() {
            return event.ratedAt().isPresent();
        }
    }

    /** What is to be said of a record; days are numbered from 1970, histogram values are hundredths. */
    public record Answer(
            long count, long sum, Map<Integer, Long> histogram, long latestEventTime, Map<Long, Long> days) {}

    /** Adds an event that the log took at a time and an offset. */
    public void add(RatedEvent event, long logTime, long offset) {
        eventsByRecord.computeIfAbsent(event.record(), key -> new ArrayList<>()).add(new Taken(event, logTime, offset));
    }

    public Collection<RecordKey> records() {
        return eventsByRecord.keySet();
    }

    public Answer answer(RecordKey record) {
        List<Taken> events = eventsByRecord.get(record);
        List<Taken> live =
                events.stream()
                        .collect(Collectors.groupingBy(taken -> taken.event().userId()))
                        .values()
                        .stream()
                        .map(NaiveRatings::last)
                        .filter(taken -> !taken.event().isDelete())
                        .toList();
        long latest = events.stream().mapToLong(Taken::time).max().orElseThrow();
        Map<Integer, Long> histogram = new TreeMap<>();
        Map<Long, Long> days = new TreeMap<>();
        long sum = 0;
        for (Taken taken : live) {
            int value = taken.event().value().orElseThrow();
            sum += value;
            histogram.merge(value, 1L, Long::sum);
            if (taken.time() / DAY_MS > latest / DAY_MS - 30) {
                days.merge(taken.time() / DAY_MS, 1L, Long::sum);
            }
        }
        return new Answer(live.size(), sum, histogram, latest, days);
    }

    private static Taken last(List<Taken> ofOneUser) {
        List<Taken> sorted = new ArrayList<>(ofOneUser);
        sorted.sort(NaiveRatings::compare);
        return sorted.get(sorted.size() - 1);
    }

    private static int compare(Taken a, Taken b) {
        if (a.time() != b.time()) {
            return Long.compare(a.time(), b.time());
        }
        if (a.explicit() != b.explicit()) {
            return a.explicit() ? -1 : 1;
        }
        if (!a.explicit()) {
            return Long.compare(a.offset(), b.offset());
        }
        if (a.event().isDelete() || b.event().isDelete()) {
            return Boolean.compare(a.event().isDelete(), b.event().isDelete());
        }
        return Integer.compare(
                a.event().value().orElseThrow(), b.event().value().orElseThrow());
    }
}
