package com.movieexample.metadata;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.http.QueryParameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /metadata?id=} and {@code /v1/metadata/{id}}. */
final class MetadataHttpHandler {
    private final MetadataController controller;

    MetadataHttpHandler(MetadataController controller) {
        this.controller = controller;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/metadata", context -> get(context, QueryParameters.of(context).required("id")));
        routes.put("/metadata", context -> put(context, body(context).toMessage()));
        routes.get("/v1/metadata/{id}", context -> get(context, context.pathParam("id")));
        routes.put("/v1/metadata/{id}", context -> put(context, bodyOf(context, context.pathParam("id"))));
    }

    private void get(Context context, String id) {
        context.json(MetadataJson.of(controller.get(id)));
    }

    private void put(Context context, Metadata metadata) {
        context.future(() ->
                controller.put(metadata).thenAccept(position -> context.header(Positions.HEADER, position.toString())));
    }

    private static MetadataJson body(Context context) {
        return JsonBody.read(context, MetadataJson.class);
    }

    /** The body may leave the id out, but not name another one than the path. */
    private static Metadata bodyOf(Context context, String id) {
        Metadata metadata = body(context).toMessage();
        if (!metadata.getId().isEmpty() && !metadata.getId().equals(id)) {
            throw new InvalidInputException("id", metadata.getId(), "the id of the path, " + id + ", or none");
        }
        return metadata.toBuilder().setId(id).build();
    }
}
