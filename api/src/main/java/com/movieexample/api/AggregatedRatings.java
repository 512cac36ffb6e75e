package com.movieexample.api;

import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.api.v1.RatingAggregate;
import java.math.BigDecimal;

/** Makes of an aggregate, as views hold it, the message that answers show. */
public final class AggregatedRatings {
    private AggregatedRatings() {}

    public static AggregatedRating of(RatingAggregate aggregate) {
        AggregatedRating.Builder rating =
                AggregatedRating.newBuilder().setCount(aggregate.getCount()).setSumHundredths(aggregate.getSum());
        Mean.of(aggregate.getCount(), aggregate.getSum())
                .map(BigDecimal::doubleValue)
                .ifPresent(rating::setMean);
        for (int i = 0; i < aggregate.getHistogramValuesCount(); i++) {
            rating.addHistogram(HistogramBucket.newBuilder()
                    .setValue(Hundredths.toDecimal(aggregate.getHistogramValues(i))
                            .doubleValue())
                    .setCount(aggregate.getHistogramCounts(i)));
        }
        return rating.build();
    }
}
