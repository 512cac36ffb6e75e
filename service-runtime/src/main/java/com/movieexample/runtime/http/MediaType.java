package com.movieexample.runtime.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** What a request says that its body is. */
public final class MediaType {
    private MediaType() {}

    /** In lower case and without parameters; {@code none} if the request says nothing. */
    public static String of(Context context) {
        // As it came: the servlet's own way fails for a character set that nobody knows.
        return Optional.ofNullable(context.header("Content-Type"))
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
    }
}
