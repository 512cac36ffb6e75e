package com.movieexample.query.catalog;

import com.movieexample.api.InvalidInputException;
import java.math.BigDecimal;

/**
 * What a rating of a day weighs in the trend: 1 today, half of it a half-life before, by whole days (UTC). What changes in
 * the course of a day changes the weights of all days alike, and so no order.
 */
public final class DayWeights {
    public static final BigDecimal DEFAULT_HALF_LIFE_DAYS = BigDecimal.valueOf(7);

    /** 44 years. An older day weighs as the oldest one here. */
    private static final int DAYS = 16_384;

    private final long today;
    private final double[] weights = new double[DAYS];

    /**
     * @param today in days since 1970, UTC
     * @param halfLifeDays see {@link #requireHalfLife}
     */
    public DayWeights(long today, BigDecimal halfLifeDays) {
        this.today = today;
        double ofADay = Math.pow(2, -1 / requireHalfLife(halfLifeDays).doubleValue());
        weights[0] = 1;
        for (int age = 1; age < DAYS; age++) {
            weights[age] = weights[age - 1] * ofADay;
        }
    }

    /** @throws InvalidInputException unless it is 0.1 to 3650 with at most two decimals */
    public static BigDecimal requireHalfLife(BigDecimal days) {
        boolean valid = days.compareTo(new BigDecimal("0.1")) >= 0
                && days.compareTo(BigDecimal.valueOf(3_650)) <= 0
                && days.stripTrailingZeros().scale() <= 2;
        if (!valid) {
            throw new InvalidInputException(
                    "halfLifeDays", days.toString(), "days from 0.1 to 3650 with at most two decimals");
        }
        return days;
    }

    /** Of a day that is to come, as of today. */
    double of(long day) {
        return weights[(int) Math.max(0, Math.min(DAYS - 1, today - day))];
    }
}
