package com.movieexample.runtime.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** What a request says that its body is. */
public final class MediaType {
    static final String NDJSON = "application/x-ndjson";

    private MediaType() {}

    /** In lower case and without parameters; {@code none} if the request says nothing. */
    public static String of(Context context) {
        // As it came: the servlet's own way fails for a character set that nobody knows.
        return of(context.header("Content-Type"));
    }

    private static String of(String header) {
        return Optional.ofNullable(header)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
    }

    /** Whether a body is a stream, which is read as it comes. */
    static boolean isNdjson(Request request) {
        return of(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).equals(NDJSON);
    }
}
