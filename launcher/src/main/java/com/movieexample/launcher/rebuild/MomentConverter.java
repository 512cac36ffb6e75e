package com.movieexample.launcher.rebuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2015-01-01}, which stands for its first moment in UTC, and times of RFC 3339. */
final class MomentConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            Instant moment = text.length() == "2015-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (moment.toEpochMilli() < 0) {
                throw new TypeConversionException("is \"" + text + "\", expected a time from 1970 on");
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "is \"" + text + "\", expected a date such as 2015-01-01 or a time such as 2015-01-01T12:00:00Z");
        }
    }
}
