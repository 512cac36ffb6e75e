package com.movieexample.topics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.RatingVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingVersionsTest {
    @Test
    void keepsWhatAMapWouldKeepHoweverManyThereAre() {
        Random random = new Random(42);
        StandingVersions versions = new StandingVersions();
        Map<StandingVersions.Key, RatingVersion> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            RecordKey record = RecordKey.movie("film " + random.nextInt(200));
            StandingVersions.Key key = StandingVersions.Key.of(record, "user " + random.nextInt(200));
            RatingVersion version = version(random);
            versions.put(key, version);
            expected.put(key, version);
        }

        assertThat(versions.size()).isEqualTo(expected.size());
        expected.forEach((key, version) -> assertThat(versions.get(key)).contains(version));
        assertThat(versions.get(StandingVersions.Key.of(RecordKey.movie("none"), "user 1")))
                .isEmpty();
    }

    private static RatingVersion version(Random random) {
        return random.nextBoolean()
                ? RatingVersion.put(random.nextLong(), random.nextBoolean(), random.nextInt(1_000_001))
                : RatingVersion.delete(random.nextLong(), random.nextBoolean());
    }

    @Test
    void keysThatCollideInTheirSlotAreKeptApart() {
        StandingVersions versions = new StandingVersions();
        versions.put(new StandingVersions.Key(1, 7), RatingVersion.put(1, true, 50));
        versions.put(new StandingVersions.Key(2, 7), RatingVersion.put(2, true, 100));

        assertThat(versions.get(new StandingVersions.Key(1, 7))).contains(RatingVersion.put(1, true, 50));
        assertThat(versions.get(new StandingVersions.Key(2, 7))).contains(RatingVersion.put(2, true, 100));
        assertThat(versions.get(new StandingVersions.Key(3, 7))).isEmpty();
    }

    @Test
    void whereOneIdEndsAndTheNextBeginsMatters() {
        assertThat(StandingVersions.Key.of(RecordKey.movie("1"), "23"))
                .isNotEqualTo(StandingVersions.Key.of(RecordKey.movie("12"), "3"));
    }
}
