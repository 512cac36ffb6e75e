package com.movieexample.testkit;

import com.movieexample.topics.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Seeded sets of rating events that look for trouble: few users and few records, so that they re-rate and delete a lot;
 * few different times, so that they tie; times that go back and forth over months; duplicates. Not thread-safe.
 */
public final class RandomEvents {
    private static final long START = 1_600_000_000_000L;
    private static final long DAY_MS = 24 * 60 * 60 * 1000L;

    private final Random random;

    public RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A set about records of its own.
     *
     * @param name goes into every record id
     * @param explicitOnly whether every event carries its time
     */
    public List<RatedEvent> set(String name, boolean explicitOnly) {
        int size = 20 + random.nextInt(60);
        List<RatedEvent> events = new ArrayList<>(size);
        while (events.size() < size) {
            boolean repeat = !events.isEmpty() && random.nextInt(8) == 0;
            events.add(repeat ? anyOf(events) : event(name, explicitOnly));
        }
        return events;
    }

    /** The same events, each at least once, in any order, some twice. */
    public List<RatedEvent> shuffledAndRepeated(List<RatedEvent> events) {
        List<RatedEvent> shuffled = new ArrayList<>(events);
        for (int i = 0; i < events.size() / 3; i++) {
            shuffled.add(anyOf(events));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private RatedEvent anyOf(List<RatedEvent> events) {
        return events.get(random.nextInt(events.size()));
    }

    private RatedEvent event(String name, boolean explicitOnly) {
        RecordKey record = RecordKey.movie(name + "/Ä%-" + random.nextInt(3));
        String user = "user " + random.nextInt(5);
        OptionalInt value =
                random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(50 * (1 + random.nextInt(10)));
        boolean explicit = explicitOnly || random.nextBoolean();
        return new RatedEvent(record, user, value, explicit ? OptionalLong.of(time()) : OptionalLong.empty());
    }

    private long time() {
        return START + 9 * DAY_MS * random.nextInt(10) + random.nextInt(3);
    }
}
