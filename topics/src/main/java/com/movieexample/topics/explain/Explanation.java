package com.movieexample.topics.explain;

import com.movieexample.api.WeightedScore;
import java.util.Map;
import java.util.Optional;

/**
 * How the aggregated rating of a record comes about.
 *
 * @param categories all there are; each event of the record, or of the user asked for, is in one
 * @param live the record's ratings that make its mean, whoever was asked for
 * @param ofType all live ratings of the record's type in the partition; empty if a prior was given
 * @param score empty when there is no prior: none was given, and nothing of the type is rated in the partition
 */
public record Explanation(
        Question question,
        Scanned scanned,
        Map<Category, ListedEvents> categories,
        LiveRatings live,
        Optional<LiveRatings> ofType,
        Optional<WeightedScore> score) {
    public Explanation {
        categories = Map.copyOf(categories);
    }

    /** How many events there are of the record, or of the user asked for. */
    public long events() {
        return categories.values().stream().mapToLong(ListedEvents::count).sum();
    }
}
