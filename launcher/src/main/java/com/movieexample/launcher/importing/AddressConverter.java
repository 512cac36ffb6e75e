package com.movieexample.launcher.importing;

import com.google.common.net.HostAndPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT} of the command line. */
final class AddressConverter implements ITypeConverter<HostAndPort> {
    @Override
    public HostAndPort convert(String text) {
        try {
            HostAndPort address = HostAndPort.fromString(text);
            if (address.hasPort() && !address.getHost().isBlank()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw expected(text, e);
        }
        throw expected(text, null);
    }

    private static TypeConversionException expected(String text, Throwable cause) {
        TypeConversionException exception = new TypeConversionException("is \"" + text + "\", expected HOST:PORT");
        exception.initCause(cause);
        return exception;
    }
}
