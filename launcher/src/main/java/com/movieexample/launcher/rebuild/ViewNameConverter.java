package com.movieexample.launcher.rebuild;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a view, which goes into addresses as it is. */
final class ViewNameConverter implements ITypeConverter<String> {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @Override
    public String convert(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw new TypeConversionException(
                    "is \"" + text + "\", expected 1 to 63 of a-z, 0-9 and '-', such as archive-2015");
        }
        return text;
    }
}
