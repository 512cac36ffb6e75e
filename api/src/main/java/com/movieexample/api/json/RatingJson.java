package com.movieexample.api.json;

import com.movieexample.api.Hundredths;
import com.movieexample.api.Mean;
import com.movieexample.api.v1.RatingAggregate;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An aggregated rating as JSON.
 *
 * @param count how many ratings are live
 * @param sum their exact sum
 * @param mean sum / count, rounded half up to four decimals; null when count is 0
 * @param histogram the values that occur, ascending
 */
public record RatingJson(long count, BigDecimal sum, BigDecimal mean, List<Bucket> histogram) {
    /** How often a value occurs. */
    public record Bucket(BigDecimal value, long count) {}

    public static RatingJson of(RatingAggregate aggregate) {
        return new RatingJson(
                aggregate.getCount(),
                Hundredths.toDecimal(aggregate.getSum()),
                Mean.of(aggregate.getCount(), aggregate.getSum()).orElse(null),
                IntStream.range(0, aggregate.getHistogramValuesCount())
                        .mapToObj(i -> new Bucket(
                                Hundredths.toDecimal(aggregate.getHistogramValues(i)), aggregate.getHistogramCounts(i)))
                        .toList());
    }
}
