package com.movieexample.query.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** By the live ratings of late, each with the weight of its day. */
final class Trending extends Order {
    private static final int DECIMALS = 4;

    /** Less is nothing once it is rounded. */
    private static final double SOMETHING = 0.5e-4;

    private final DayWeights weights;
    private final double least;

    private Trending(DayWeights weights, double least) {
        this.weights = weights;
        this.least = least;
    }

    static Trending ofAll(DayWeights weights) {
        return new Trending(weights, 0);
    }

    /** Only of those that do. */
    static Trending ofThoseThatDo(DayWeights weights) {
        return new Trending(weights, SOMETHING);
    }

    @Override
    boolean has(Columns columns, int number) {
        return columns.surelyTrends(number, weights, least) || columns.trend(number, weights) >= least;
    }

    /** The bits of a double that is not negative are in the order of the doubles. */
    @Override
    long major(Columns columns, int number, int rank) {
        return Double.doubleToLongBits(columns.trend(number, weights));
    }

    @Override
    long minor(Columns columns, int number) {
        return columns.count(number);
    }

    @Override
    Optional<BigDecimal> score(long major, long minor) {
        BigDecimal score = new BigDecimal(Double.longBitsToDouble(major)).setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal stripped = score.stripTrailingZeros();
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
