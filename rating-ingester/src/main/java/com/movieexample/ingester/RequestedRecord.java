package com.movieexample.ingester;

import com.movieexample.runtime.http.QueryParameters;
import com.movieexample.topics.Ids;
import com.movieexample.topics.RecordKey;
import io.javalin.http.Context;

/** The record of a request, checked under the names that the caller knows. */
final class RequestedRecord {
    private static final String TYPE = "type";
    private static final String ID = "id";

    private RequestedRecord() {}

    /** {@code ?type=movie&id=603}; the type may be left out. */
    static RecordKey of(QueryParameters query) {
        return of(query.optional(TYPE).orElse(RecordKey.MOVIE), ID, query.required(ID));
    }

    /** {@code /v1/records/{type}/{id}/…}. */
    static RecordKey of(Context context) {
        return of(context.pathParam(TYPE), ID, context.pathParam(ID));
    }

    /** @param idField what the caller calls the id */
    static RecordKey of(String type, String idField, String id) {
        Ids.require(TYPE, type);
        Ids.require(idField, id);
        return new RecordKey(type, id);
    }

    /** In gRPC the type may be empty. */
    static RecordKey ofCall(String type, String id) {
        return new RecordKey(type.isEmpty() ? RecordKey.MOVIE : type, id);
    }
}
