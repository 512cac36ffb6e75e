package com.movieexample.query.page;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.Conditional;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /}, and {@code /page/…} for what belongs to it. */
public final class PageRoutes {
    private static final String START = "index.html";

    /** Whatever a title may hold: nothing runs but the page's own files, and nothing is asked of another host. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer");

    private final PageFiles files = new PageFiles();

    public void register(RoutesConfig routes) {
        routes.get("/", context -> answer(context, START));
        routes.get("/page/{file}", context -> answer(context, context.pathParam("file")));
    }

    private void answer(Context context, String name) {
        PageFile file = files.find(name)
                .orElseThrow(() -> ServiceException.of(ErrorKind.NOT_FOUND, "the page has no file of this name"));
        HEADERS.forEach(context::header);
        Conditional.file(context, file.etag(), file.contentType(), file.content());
    }
}
