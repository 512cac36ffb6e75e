package com.movieexample.runtime.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.movieexample.api.InvalidInputException;
import java.io.IOException;
import java.util.stream.Collectors;

/** Says in the caller's words what Jackson says in terms of Java classes. */
final class JsonErrors {
    static final String BODY = "body";

    private JsonErrors() {}

    /** @param value what the reader stood at */
    static InvalidInputException explain(JsonMappingException e, String value) {
        if (e.getCause() instanceof InvalidInputException invalid) {
            return invalid;
        }
        if (e.getCause() instanceof InputCoercionException number) {
            return new InvalidInputException(path(e), value, JsonTypeNames.of(number.getTargetType()), e);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            String expected = "a known field: " + knownFields(unknown);
            return new InvalidInputException(path(e), unknown.getPropertyName(), expected, e);
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new InvalidInputException(path(e), value, JsonTypeNames.of(mismatch.getTargetType()), e);
        }
        return malformed(e);
    }

    static InvalidInputException malformed(IOException e) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return new InvalidInputException(BODY, "more", Json.BOUNDS, e);
        }
        boolean twice = String.valueOf(e.getMessage()).startsWith("Duplicate");
        return new InvalidInputException(BODY, where(e), twice ? "JSON with each field once" : "well-formed JSON", e);
    }

    private static String where(IOException e) {
        JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null
                ? "malformed"
                : "malformed at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String knownFields(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** {@code ratings[0].value}, or {@code body} for the whole of it. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }
}
