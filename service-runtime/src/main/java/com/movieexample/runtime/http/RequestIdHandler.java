package com.movieexample.runtime.http;

import com.movieexample.runtime.requests.RequestId;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request its id, and tells the caller. */
final class RequestIdHandler extends Handler.Wrapper {
    private static final String ID = "marquee-request-id";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(RequestId.HEADER, of(request));
        return super.handle(request, response, callback);
    }

    /** The one that it has, or gets now: some never come as far as this handler. */
    static String of(Request request) {
        if (request.getAttribute(ID) instanceof String id) {
            return id;
        }
        String id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
        request.setAttribute(ID, id);
        return id;
    }
}
