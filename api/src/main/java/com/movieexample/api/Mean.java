package com.movieexample.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The mean of ratings: sum / count, rounded half up to four decimals. Every answer's mean comes from here. */
public final class Mean {
    static final int DECIMALS = 4;

    private Mean() {}

    /**
     * @param count how many ratings
     * @param sumHundredths their sum in hundredths
     * @return the mean without trailing zeros; empty when count is 0
     */
    public static Optional<BigDecimal> of(long count, long sumHundredths) {
        if (count == 0) {
            return Optional.empty();
        }
        BigDecimal mean = BigDecimal.valueOf(sumHundredths, Hundredths.DECIMALS)
                .divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(Hundredths.withoutTrailingZeros(mean));
    }
}
