package com.movieexample.launcher.dlq;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where the log has an event. */
final class PositionConverter implements ITypeConverter<Position> {
    @Override
    public Position convert(String text) {
        try {
            return Position.parse(text);
        } catch (InvalidInputException e) {
            throw new TypeConversionException("\"" + text + "\", expected " + e.expected());
        }
    }
}
