package com.movieexample.runtime.http;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.errors.ServiceException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;

/** Reads the JSON body of a request. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * A POST must say that it is JSON: a browser sends one of another type across sites without asking first. A PUT it
     * never does, so {@code curl -X PUT -d} needs no header.
     *
     * @throws InvalidInputException naming the field, what it held and what was expected
     * @throws ServiceException of kind {@code UNSUPPORTED_MEDIA_TYPE}
     */
    public static <T> T read(Context context, Class<T> type) {
        String mediaType = MediaType.of(context);
        if (context.method().equals(HandlerType.POST) && !isJson(mediaType)) {
            throw ServiceException.unsupportedMediaType(
                    "the content type is " + mediaType + ", expected application/json");
        }
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            throw new InvalidInputException(JsonErrors.BODY, "", "JSON");
        }
        // Javalin would make text of it first, and replace what is no UTF-8 in silence.
        return type.cast(context.jsonMapper().fromJsonStream(new ByteArrayInputStream(body), type));
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
