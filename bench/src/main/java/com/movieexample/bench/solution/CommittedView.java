package com.movieexample.bench.solution;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.bench.workload.MovieRatings;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.ViewKeys;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ratings view that Marquee has committed, as its readers take it: from the changelog of the aggregate store. */
public final class CommittedView {
    private static final int VALUE_STEP = 50;

    private final MarqueeLog log;

    public CommittedView(MarqueeLog log) {
        this.log = log;
    }

    /** What it says of each movie, by number. */
    public Map<Integer, MovieRatings> read() throws InvalidProtocolBufferException {
        Map<String, byte[]> last = new HashMap<>();
        new Changelog(log.clients(), log.aggregates(), log.topics().ratingsPartitions()).forEach(record -> {
            if (ViewKeys.isRecord(record.key())) {
                last.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
            }
        });
        Map<Integer, MovieRatings> ratings = new HashMap<>();
        for (Map.Entry<String, byte[]> record : last.entrySet()) {
            int movie = Integer.parseInt(RecordKey.parse(record.getKey()).id());
            ratings.put(movie, ratings(RatingAggregate.parseFrom(record.getValue())));
        }
        return ratings;
    }

    static MovieRatings ratings(RatingAggregate aggregate) {
        List<Integer> histogram = new ArrayList<>(MovieRatings.NONE.histogram());
        for (int i = 0; i < aggregate.getHistogramValuesCount(); i++) {
            int place = aggregate.getHistogramValues(i) / VALUE_STEP - 1;
            histogram.set(place, (int) aggregate.getHistogramCounts(i));
        }
        return new MovieRatings(aggregate.getCount(), aggregate.getSum(), histogram);
    }
}
