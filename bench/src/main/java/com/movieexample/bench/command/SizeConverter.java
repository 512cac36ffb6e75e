package com.movieexample.bench.command;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2000000}, {@code 500k} and {@code 2.5M}. */
final class SizeConverter implements ITypeConverter<Integer> {
    private static final Pattern SYNTAX = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKmM]?)");

    @Override
    public Integer convert(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw wrong(text);
        }
        int unit = matcher.group(2).isEmpty() ? 1 : matcher.group(2).equalsIgnoreCase("k") ? 1_000 : 1_000_000;
        try {
            return new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(text);
        }
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("is \"" + text + "\", expected a number of events such as 500k or 2M");
    }
}
