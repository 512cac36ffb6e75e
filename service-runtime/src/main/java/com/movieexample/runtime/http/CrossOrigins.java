package com.movieexample.runtime.http;

import com.movieexample.api.Freshness;
import com.movieexample.api.Positions;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Which pages of other sites may use a service: browsers ask it. Immutable. */
final class CrossOrigins {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Set<String> SENT =
            Set.of("Authorization", "Content-Type", "If-None-Match", "Last-Event-ID", Positions.HEADER);
    private static final Set<String> SHOWN = Set.of(
            "ETag",
            "Retry-After",
            "X-Request-Id",
            "Marquee-Rated-At",
            Positions.HEADER,
            Freshness.LAG_HEADER,
            Freshness.GENERATION_HEADER);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Set<String> allowed;

    /** @param allowed each with its scheme, for example {@code https://films.example} */
    CrossOrigins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    boolean areAllowed() {
        return !allowed.isEmpty();
    }

    CrossOriginHandler handler() {
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(allowed.stream().map(Pattern::quote).collect(Collectors.toSet()));
        handler.setAllowedMethods(METHODS);
        handler.setAllowedHeaders(SENT);
        handler.setExposedHeaders(SHOWN);
        // A key is sent by the page itself, never by the browser.
        handler.setAllowCredentials(false);
        handler.setPreflightMaxAge(ASKED_AGAIN_AFTER);
        return handler;
    }

    /**
     * Browsers let any page send some requests here, and say so.
     *
     * @throws ServiceException for one of a page that is not allowed to
     */
    void requireNoOtherSite(Request request) {
        boolean isOther = "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"));
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (isOther && (origin == null || !allowed.contains(origin))) {
            throw ServiceException.of(ErrorKind.FORBIDDEN, "the request was sent by a page of another site");
        }
    }
}
