package com.movieexample.launcher.dlq;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many rows there may be. */
final class LimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new TypeConversionException("\"" + text + "\", expected a whole number from 1");
    }
}
