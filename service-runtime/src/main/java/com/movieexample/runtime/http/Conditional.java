package com.movieexample.runtime.http;

import io.javalin.http.Context;
import java.util.Arrays;

/**
 * Answers that a caller may keep, and ask for again with the validator that it was given: if it still holds, the answer
 * is 304 and has no body.
 */
public final class Conditional {
    private static final String ETAG = "ETag";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final int NOT_MODIFIED = 304;

    private Conditional() {}

    public static void json(Context context, TaggedJson json) {
        json(context, json.etag(), json.utf8());
    }

    /** @param etag with its quotes */
    public static void json(Context context, String etag, byte[] utf8) {
        if (mustSend(context, etag)) {
            HttpAnswers.json(context, utf8);
        }
    }

    /**
     * With a file of a web page.
     *
     * @param etag with its quotes
     */
    public static void file(Context context, String etag, String contentType, byte[] content) {
        if (mustSend(context, etag)) {
            context.contentType(contentType).result(content);
        }
    }

    private static boolean mustSend(Context context, String etag) {
        context.header(ETAG, etag);
        // To be asked for anew each time: a rating may come at any moment, and another version of a file with any
        // start.
        context.header(CACHE_CONTROL, "no-cache");
        boolean kept = holds(context.header(IF_NONE_MATCH), etag);
        if (kept) {
            context.status(NOT_MODIFIED);
        }
        return !kept;
    }

    /** With JSON of the moment, or of one user, which nobody is to keep. */
    public static void unkept(Context context, byte[] utf8) {
        context.header(CACHE_CONTROL, "private, no-store");
        HttpAnswers.json(context, utf8);
    }

    /** Whether one of the validators that were sent is this one. As RFC 9110 has it for reads, weak and strong are alike. */
    static boolean holds(String sent, String etag) {
        return sent != null
                && (sent.equals(etag)
                        || sent.strip().equals("*")
                        || Arrays.stream(sent.split(",", -1))
                                .map(each -> opaque(each.strip()))
                                .anyMatch(opaque(etag)::equals));
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
