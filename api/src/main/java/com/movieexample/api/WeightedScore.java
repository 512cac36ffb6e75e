package com.movieexample.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The weighted rating as IMDb publishes it, {@code WR = v/(v+m)*R + m/(v+m)*C}: the mean of a record with few ratings is
 * drawn towards what is usual. Source: IMDb, "How are IMDb ratings calculated", weighted averages of the top lists.
 *
 * @param count v, how many ratings
 * @param sumHundredths their sum in hundredths; R is sum / count, and not rounded here
 * @param minimum m, as many ratings as the prior weighs
 * @param prior C, the mean that is usual
 */
public record WeightedScore(long count, long sumHundredths, long minimum, BigDecimal prior) {
    public static final long DEFAULT_MINIMUM = 25;
    public static final long MAX_MINIMUM = 1_000_000_000;

    private static final int LONGEST = 20;

    public WeightedScore {
        requireMinimum(minimum);
        requirePrior(prior);
        prior = Hundredths.withoutTrailingZeros(prior);
    }

    /** @throws InvalidInputException unless it is 0 to 1,000,000,000 */
    public static void requireMinimum(long minimum) {
        if (minimum < 0 || minimum > MAX_MINIMUM) {
            throw new InvalidInputException(
                    "minimum", Long.toString(minimum), "a whole number from 0 to " + MAX_MINIMUM);
        }
    }

    /** @throws InvalidInputException unless it is 0 to 10,000 with no more decimals than a mean has */
    public static void requirePrior(BigDecimal prior) {
        boolean valid = prior.signum() >= 0
                // Before anything is worked out: 1e999999999 has very many digits.
                && prior.precision() - prior.scale() <= 5
                && prior.compareTo(Hundredths.toDecimal(Hundredths.MAXIMUM)) <= 0
                && prior.stripTrailingZeros().scale() <= Mean.DECIMALS;
        if (!valid) {
            throw invalidPrior(prior.toString(), null);
        }
    }

    /** @throws InvalidInputException unless the text is a number that {@link #requirePrior} takes */
    public static BigDecimal parsePrior(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new NumberFormatException();
            }
            BigDecimal prior = new BigDecimal(text);
            requirePrior(prior);
            // A zero may have any number of decimals, and what is added to it would get them.
            return Hundredths.withoutTrailingZeros(prior);
        } catch (NumberFormatException e) {
            throw invalidPrior(text, e);
        }
    }

    private static InvalidInputException invalidPrior(String text, Throwable cause) {
        return new InvalidInputException(
                "prior", text, "a number from 0 to 10000 with at most four decimals, for example 3.5", cause);
    }

    /**
     * Rounded once, half up to four decimals, as a mean is.
     *
     * @return the score without trailing zeros; empty when there are no ratings and the prior weighs nothing
     */
    public Optional<BigDecimal> value() {
        long weight = count + minimum;
        if (weight == 0) {
            return Optional.empty();
        }
        BigDecimal sum =
                BigDecimal.valueOf(sumHundredths, Hundredths.DECIMALS).add(prior.multiply(BigDecimal.valueOf(minimum)));
        return Optional.of(Hundredths.withoutTrailingZeros(
                sum.divide(BigDecimal.valueOf(weight), Mean.DECIMALS, RoundingMode.HALF_UP)));
    }
}
