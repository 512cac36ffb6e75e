package com.movieexample.topics;

import com.movieexample.api.InvalidInputException;
import java.nio.charset.StandardCharsets;

/**
 * What is rated: a record type and a record id, for example {@code movie} and {@code 603}. Written as
 * {@code type/id}, each part percent-encoded for {@code /} and {@code %}, it is the key of the topics
 * {@code ratings} and {@code rating-aggregates}. Any client can write it without a library.
 */
public record RecordKey(String type, String id) {
    /** The record type of movies, and of requests that name none. */
    public static final String MOVIE = "movie";

    private static final String EXPECTED = "type/id, each part percent-encoded for / and %, for example movie/603";

    /** Refuses parts that break the rules for ids. */
    public RecordKey {
        Ids.require("recordType", type);
        Ids.require("recordId", id);
    }

    public static RecordKey movie(String id) {
        return new RecordKey(MOVIE, id);
    }

    /** The inverse of {@link #toString()}. */
    public static RecordKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || text.indexOf('/', slash + 1) >= 0) {
            throw new InvalidInputException("record key", text, EXPECTED);
        }
        RecordKey key = new RecordKey(decode(text, 0, slash), decode(text, slash + 1, text.length()));
        if (!key.toString().equals(text)) {
            throw new InvalidInputException("record key", text, EXPECTED);
        }
        return key;
    }

    /** The key as the log holds it. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return encode(type) + '/' + encode(id);
    }

    private static String encode(String part) {
        if (part.indexOf('/') < 0 && part.indexOf('%') < 0) {
            return part;
        }
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String decode(String text, int from, int to) {
        return text.substring(from, to).replace("%2F", "/").replace("%25", "%");
    }
}
