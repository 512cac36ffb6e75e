package com.movieexample.topics.explain;

import com.movieexample.topics.RecordKey;
import com.movieexample.topics.rules.RatingVersion;
import java.util.Optional;

/** The live ratings of many records, summed up. Not thread-safe. */
final class OtherRatings {
    private final StandingVersions standing = new StandingVersions();
    private long count;
    private long sum;

    /** Takes the next good event of any record. */
    void add(RecordKey record, String userId, RatingVersion version) {
        StandingVersions.Key key = StandingVersions.Key.of(record, userId);
        Optional<RatingVersion> previous = standing.get(key);
        if (previous.isPresent() && !version.supersedes(previous.get())) {
            return;
        }
        standing.put(key, version);
        previous.filter(RatingVersion::live).ifPresent(gone -> {
            count--;
            sum -= gone.value();
        });
        if (version.live()) {
            count++;
            sum += version.value();
        }
    }

    /** How many ratings are kept, live or deleted. */
    int size() {
        return standing.size();
    }

    LiveRatings live() {
        return new LiveRatings(count, sum);
    }
}
