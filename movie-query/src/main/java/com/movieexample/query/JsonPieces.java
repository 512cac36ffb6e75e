package com.movieexample.query;

import com.movieexample.runtime.http.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts an object of JSON together, of values and of what is JSON already. Not thread-safe. */
final class JsonPieces {
    private static final Json JSON = new Json();

    private final ByteArrayOutputStream utf8 = new ByteArrayOutputStream();

    /** Whether something stands before what comes, in the object or array that is open. */
    private boolean following;

    JsonPieces() {
        write("{");
    }

    JsonPieces field(String name, Object value) {
        separate();
        write("\"" + name + "\":");
        utf8.writeBytes(JSON.write(value));
        return this;
    }

    /** Nothing if it is empty. */
    JsonPieces field(String name, Optional<?> value) {
        value.ifPresent(present -> field(name, present));
        return this;
    }

    /** What is JSON already. */
    JsonPieces raw(String name, byte[] json) {
        separate();
        write("\"" + name + "\":");
        utf8.writeBytes(json);
        return this;
    }

    /** @param write writes one of the items, with this */
    <T> JsonPieces array(String name, Collection<T> items, Consumer<T> write) {
        separate();
        write("\"" + name + "\":[");
        following = false;
        items.forEach(item -> {
            separate();
            following = false;
            write.accept(item);
            following = true;
        });
        write("]");
        following = true;
        return this;
    }

    /** An item of an array. */
    void item(byte[] json) {
        utf8.writeBytes(json);
    }

    byte[] end() {
        write("}");
        return utf8.toByteArray();
    }

    private void separate() {
        if (following) {
            write(",");
        }
        following = true;
    }

    private void write(String text) {
        utf8.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
