package com.movieexample.topics.rules;

import com.movieexample.api.Hundredths;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Scale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a rating may take: minimum, minimum + step, and so on to maximum, in hundredths. Written
 * {@code 0.5..5/0.5}.
 */
public record RatingScale(int minimum, int maximum, int step) {
    public static final RatingScale HALF_STARS = new RatingScale(50, 500, 50);

    private static final Pattern SYNTAX = Pattern.compile("([\\d.]+)\\.\\.([\\d.]+)/([\\d.]+)");
    private static final String EXPECTED = "minimum..maximum/step, for example 0.5..5/0.5";

    public RatingScale {
        boolean valid = minimum >= 0
                && minimum <= maximum
                && maximum <= Hundredths.MAXIMUM
                && step > 0
                && (maximum - minimum) % step == 0
                && (maximum - minimum) / step < 1_000;
        if (!valid) {
            throw new InvalidInputException(
                    "scale", show(minimum, maximum, step), EXPECTED + ", whole steps, at most 1,000 of them");
        }
    }

    public static RatingScale parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException("scale", text, EXPECTED);
        }
        return new RatingScale(
                Hundredths.parse("scale", matcher.group(1)),
                Hundredths.parse("scale", matcher.group(2)),
                Hundredths.parse("scale", matcher.group(3)));
    }

    /** @throws InvalidInputException unless {@code value}, in hundredths, is on the scale */
    public void require(int value) {
        if (value < minimum || value > maximum || (value - minimum) % step != 0) {
            throw new InvalidInputException("value", Hundredths.toDecimal(value).toPlainString(), describe());
        }
    }

    Scale toMessage() {
        return Scale.newBuilder()
                .setMinimum(minimum)
                .setMaximum(maximum)
                .setStep(step)
                .build();
    }

    static RatingScale of(Scale message) {
        return new RatingScale(message.getMinimum(), message.getMaximum(), message.getStep());
    }

    /** For people: {@code 0.5 to 5 in steps of 0.5}. */
    public String describe() {
        return "%s to %s in steps of %s".formatted(text(minimum), text(maximum), text(step));
    }

    @Override
    public String toString() {
        return show(minimum, maximum, step);
    }

    private static String show(int minimum, int maximum, int step) {
        return text(minimum) + ".." + text(maximum) + "/" + text(step);
    }

    private static String text(int hundredths) {
        return Hundredths.toDecimal(hundredths).toPlainString();
    }
}
