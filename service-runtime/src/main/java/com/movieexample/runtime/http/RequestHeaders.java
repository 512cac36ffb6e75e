package com.movieexample.runtime.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;

/** The headers of a request, of which Javalin itself shows the first of each name. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /** All that have this name, in the order in which they came. */
    public static List<String> all(Context context, String name) {
        return Collections.list(context.req().getHeaders(name));
    }
}
