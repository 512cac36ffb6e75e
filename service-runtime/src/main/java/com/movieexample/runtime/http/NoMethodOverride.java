package com.movieexample.runtime.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes the header {@code X-HTTP-Method-Override} out of each request. Javalin would go by it in place of the method, so
 * that a GET, which whatever stands before this server may let through, could delete.
 */
final class NoMethodOverride implements HttpConfiguration.Customizer {
    private static final String HEADER = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        return request.getHeaders().contains(HEADER) ? new WithoutHeader(request) : request;
    }

    private static final class WithoutHeader extends Request.Wrapper {
        private final HttpFields headers;

        private WithoutHeader(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders()).remove(HEADER).asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
