package com.movieexample.api;

import java.math.BigDecimal;

/** Rating values as the log keeps them, in whole hundredths, and as people write them: 450 is 4.5. */
public final class Hundredths {
    static final int DECIMALS = 2;

    /** 10,000: the end of the longest scale. */
    public static final int MAXIMUM = 1_000_000;

    private static final String EXPECTED = "a number with at most two decimals, for example 4.5";

    private Hundredths() {}

    /** @throws InvalidInputException naming {@code field}, unless the text is a number in whole hundredths */
    public static int parse(String field, String text) {
        try {
            // Bounded before it is read: new BigDecimal("1e999999999") is quick, what follows would not be.
            if (text.length() > 20) {
                throw new NumberFormatException();
            }
            return of(field, new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(field, text, EXPECTED, e);
        }
    }

    /** @throws InvalidInputException naming {@code field}, unless the number is in whole hundredths */
    public static int of(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(field, Double.toString(value), EXPECTED);
        }
        return of(field, BigDecimal.valueOf(value));
    }

    /** @throws InvalidInputException naming {@code field}, unless the number is in whole hundredths */
    public static int of(String field, BigDecimal value) {
        boolean inRange = value.signum() >= 0
                && value.precision() - value.scale() <= 5
                && value.compareTo(toDecimal(MAXIMUM)) <= 0;
        if (!inRange) {
            throw new InvalidInputException(field, value.toString(), "a number from 0 to " + toDecimal(MAXIMUM));
        }
        try {
            return value.movePointRight(DECIMALS).intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidInputException(field, value.toString(), EXPECTED, e);
        }
    }

    /** 450 as 4.5, 400 as 4. */
    public static BigDecimal toDecimal(long hundredths) {
        return withoutTrailingZeros(BigDecimal.valueOf(hundredths, DECIMALS));
    }

    static BigDecimal withoutTrailingZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
