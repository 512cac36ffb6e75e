package com.movieexample.runtime.http;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems for requests that never reach a handler: malformed ones, and paths that can't be decoded. */
final class JettyProblems extends ErrorHandler {
    private final Json json;

    JettyProblems(Json json) {
        this.json = json;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
        response.write(true, body(code, message), callback);
    }

    private ByteBuffer body(int status, String reason) {
        // From 500 on the reason may be the message of an exception.
        String detail = status < 500 && reason != null ? reason : "the request can't be answered";
        Map<String, Object> body = ErrorKind.ofHttpStatus(status)
                .map(kind -> ProblemJson.of(Problem.of(kind, detail)))
                .orElseGet(() -> ProblemJson.ofStatus(status, detail));
        return ByteBuffer.wrap(json.write(body));
    }
}
