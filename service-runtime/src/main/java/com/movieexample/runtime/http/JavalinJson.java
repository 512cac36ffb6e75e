package com.movieexample.runtime.http;

import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Lets Javalin read and write with our {@link Json}. */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Javalin's signatures.
final class JavalinJson implements JsonMapper {
    private final Json json;

    JavalinJson(Json json) {
        this.json = json;
    }

    @Override
    public String toJsonString(Object value, Type type) {
        return new String(json.write(value), StandardCharsets.UTF_8);
    }

    @Override
    public InputStream toJsonStream(Object value, Type type) {
        return new ByteArrayInputStream(json.write(value));
    }

    @Override
    public <T> T fromJsonString(String text, Type type) {
        return (T) json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public <T> T fromJsonStream(InputStream stream, Type type) {
        try {
            return (T) json.read(stream.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
