package com.movieexample.runtime.http;

import com.movieexample.runtime.requests.RequestScope;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Marks what is logged for a request. The innermost of the handlers: a body may be read by another thread before. */
final class RequestScopeHandler extends Handler.Wrapper {
    private final String service;

    /** @param service its name in the registry */
    RequestScopeHandler(String service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestScope.enter(service, RequestIdHandler.of(request));
        try {
            return super.handle(request, response, callback);
        } finally {
            RequestScope.leave();
        }
    }
}
