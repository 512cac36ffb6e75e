package com.movieexample.runtime.http;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.requests.RequestId;
import com.movieexample.runtime.requests.RequestScope;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws, and what the router finds wrong, into a problem. */
final class ErrorRoutes {
    private static final String AVAILABLE_METHODS = "availableMethods";
    private static final int STALLED = 408;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorRoutes.class);

    private final Json json;

    ErrorRoutes(Json json) {
        this.json = json;
    }

    void addTo(JavalinConfig config) {
        config.routes.exception(Exception.class, this::report);
        config.routes.exception(HttpResponseException.class, this::writeResponse);
        config.routes.exception(MethodNotAllowedResponse.class, this::writeMethodNotAllowed);
        config.routes.exception(
                EndpointNotFound.class,
                (e, context) -> write(context, Problem.of(ErrorKind.NOT_FOUND, "nothing is at " + path(context))));
        config.routes.exception(
                EofException.class,
                (e, context) -> write(context, Problem.of(ErrorKind.CANCELLED, "the request broke off")));
        // Javalin itself answers for a body that stalls, without a word.
        config.routes.error(
                STALLED,
                context -> write(context, STALLED, ProblemJson.ofStatus(STALLED, "the body did not come in time")));
        config.router.javaLangErrorHandler(this::writeError);
    }

    /** Maybe on a thread that has done nothing for the request so far. */
    private void report(Exception e, Context context) {
        RequestScope.within(
                context.res().getHeader(RequestId.HEADER), () -> write(context, Problems.report(e, request(context))));
    }

    private static void write(Context context, Problem problem) {
        HttpAnswers.problem(context, problem, Map.of());
    }

    private void write(Context context, int status, Map<String, Object> body) {
        context.status(status).contentType(ProblemJson.CONTENT_TYPE).result(json.write(body));
    }

    private void writeResponse(HttpResponseException e, Context context) {
        ErrorKind.ofHttpStatus(e.getStatus())
                .ifPresentOrElse(
                        kind -> write(context, Problem.of(kind, e.getMessage())),
                        () -> write(context, e.getStatus(), ProblemJson.ofStatus(e.getStatus(), e.getMessage())));
    }

    private void writeMethodNotAllowed(MethodNotAllowedResponse e, Context context) {
        String allowed = e.getDetails().getOrDefault(AVAILABLE_METHODS, "");
        context.header("Allow", allowed);
        String detail = context.method() + " is not allowed at " + path(context) + ", expected " + allowed;
        write(context, Problem.of(ErrorKind.METHOD_NOT_ALLOWED, detail));
    }

    private void writeError(HttpServletResponse response, Error error) {
        Problem problem = Problems.report(error, "a request");
        response.setStatus(problem.kind().httpStatus());
        response.setContentType(ProblemJson.CONTENT_TYPE);
        Map<String, Object> body = ProblemJson.of(problem);
        ProblemJson.addRequestId(body, problem.kind().httpStatus(), response.getHeader(RequestId.HEADER));
        try {
            response.getOutputStream().write(json.write(body));
        } catch (IOException e) {
            LOG.debug("the client went away before it was told of an error", e);
        }
    }

    private static String request(Context context) {
        return context.method() + " " + context.path();
    }

    /** Not decoded, and short enough for a message. */
    private static String path(Context context) {
        String path = context.path();
        return path.length() <= 100 ? path : path.substring(0, 100) + "…";
    }
}
