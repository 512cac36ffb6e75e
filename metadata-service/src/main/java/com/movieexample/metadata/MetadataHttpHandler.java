package com.movieexample.metadata;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.http.HttpAnswers;
import com.movieexample.runtime.http.JsonBody;
import com.movieexample.runtime.http.NdjsonWrites;
import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.runtime.http.RequestClient;
import com.movieexample.runtime.positions.HttpPositions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code /metadata?id=}, {@code /v1/metadata/{id}}, and {@code /v1/metadata} for many. */
final class MetadataHttpHandler {
    private final MetadataController controller;

    MetadataHttpHandler(MetadataController controller) {
        this.controller = controller;
    }

    record Batch(List<MetadataJson> found, List<String> missing) {}

    void register(RoutesConfig routes) {
        routes.get(
                "/metadata", context -> get(context, QueryParameters.of(context).required("id")));
        routes.put("/metadata", context -> put(context, body(context).toMessage()));
        routes.get("/v1/metadata/{id}", context -> get(context, context.pathParam("id")));
        routes.put("/v1/metadata/{id}", context -> put(context, bodyOf(context, context.pathParam("id"))));
        routes.delete(
                "/v1/metadata/{id}",
                context -> answer(context, controller.delete(caller(context), context.pathParam("id"))));
        routes.get("/v1/metadata", this::getAll);
        NdjsonWrites<MetadataJson> stream = new NdjsonWrites<>(
                MetadataJson.class, (caller, metadata) -> controller.put(caller, metadata.toMessage()));
        routes.post("/v1/metadata", stream::handle);
    }

    private void get(Context context, String id) {
        HttpAnswers.later(context, controller.get(id, HttpPositions.seen(context)), answer -> {
            HttpPositions.reflect(context, answer.freshness());
            context.json(MetadataJson.of(answer.found().orElseThrow(() -> MetadataController.noMetadata(id))));
        });
    }

    private void getAll(Context context) {
        List<String> ids = QueryParameters.of(context).all("ids");
        HttpAnswers.later(context, controller.getAll(ids, HttpPositions.seen(context)), answer -> {
            HttpPositions.reflect(context, answer.freshness());
            MetadataController.Found found = answer.found();
            context.json(
                    new Batch(found.records().stream().map(MetadataJson::of).toList(), found.missing()));
        });
    }

    private void put(Context context, Metadata metadata) {
        answer(context, controller.put(caller(context), metadata));
    }

    private static Caller caller(Context context) {
        return RequestClient.of(context).caller();
    }

    private static void answer(Context context, CompletableFuture<Position> write) {
        HttpAnswers.later(context, write, position -> HttpPositions.written(context, position));
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
