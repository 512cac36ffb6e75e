package com.movieexample.runtime.openapi;

import com.google.common.base.Suppliers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /openapi.json}, and {@code /docs} for people. */
public final class ApiRoutes implements Consumer<RoutesConfig> {
    private static final String CHANGES_WITH_THE_PROGRAM = "no-cache";

    private final Supplier<ApiDocument> document;
    private final DocsPage page = new DocsPage();

    /** @param document asked for once, when somebody wants to see it: a start has better things to do */
    public ApiRoutes(Supplier<ApiDocument> document) {
        this.document = Suppliers.memoize(document::get);
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/openapi.json", this::document);
        routes.get("/docs", page::get);
        routes.get("/docs/{file}", page::getFile);
    }

    private void document(Context context) {
        context.header("Cache-Control", CHANGES_WITH_THE_PROGRAM)
                .contentType("application/json")
                .result(document.get().json());
    }
}
