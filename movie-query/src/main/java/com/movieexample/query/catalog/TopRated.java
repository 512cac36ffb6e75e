package com.movieexample.query.catalog;

import com.movieexample.api.WeightedScore;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * By the weighted score, exactly: the major number is its numerator in ten-thousandths, the minor one its denominator, so
 * of equal scores that of more ratings comes first.
 */
final class TopRated extends Order {
    private static final int PRIOR_DECIMALS = 4;
    private static final int TEN_THOUSANDTHS_OF_A_HUNDREDTH = 100;
    /** Far above what rounding may do to a quotient of doubles. */
    private static final double SURE = 1e-12;

    private final long minimum;
    private final BigDecimal prior;
    private final long priorWeight;

    /** @param prior with at most four decimals, as {@link WeightedScore} has it */
    TopRated(long minimum, BigDecimal prior) {
        this.minimum = minimum;
        this.prior = prior;
        this.priorWeight =
                Math.multiplyExact(minimum, prior.movePointRight(PRIOR_DECIMALS).longValueExact());
    }

    @Override
    long major(Columns columns, int number, int rank) {
        return TEN_THOUSANDTHS_OF_A_HUNDREDTH * columns.sum(number) + priorWeight;
    }

    @Override
    long minor(Columns columns, int number) {
        // A movie without ratings, when nothing else weighs, scores 0 in place of 0/0.
        return Math.max(1, columns.count(number) + minimum);
    }

    @Override
    int compare(long major, long minor, long otherMajor, long otherMinor) {
        double score = (double) major / minor;
        double otherScore = (double) otherMajor / otherMinor;
        int byScore = Math.abs(score - otherScore) > SURE * score
                ? Double.compare(otherScore, score)
                : compareProducts(otherMajor, minor, major, otherMinor);
        return byScore != 0 ? byScore : Long.compare(otherMinor, minor);
    }

    /** Of a * b and c * d, none negative, which may take 128 bits. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    @Override
    Optional<BigDecimal> score(long major, long minor) {
        long count = minor - minimum;
        long sum = (major - priorWeight) / TEN_THOUSANDTHS_OF_A_HUNDREDTH;
        return new WeightedScore(count, sum, minimum, prior).value();
    }
}
