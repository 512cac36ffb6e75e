package com.movieexample.runtime.http;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.requests.RequestId;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems for requests that never reach a handler: malformed ones, and paths that can't be decoded. */
final class JettyProblems extends ErrorHandler {
    /** What Jetty says of other protocols. 426 would have to name one; and no request is to blame us, as 5xx does. */
    private static final Set<Integer> OTHER_PROTOCOLS = Set.of(426, 501, 505);

    private final Json json;

    JettyProblems(Json json) {
        this.json = json;
    }

    /** Jetty's own is for pages, and so answers to GET, POST and HEAD only. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        int status = OTHER_PROTOCOLS.contains(code) ? HttpStatus.BAD_REQUEST_400 : code;
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
        String requestId = RequestIdHandler.of(request);
        response.getHeaders().put(RequestId.HEADER, requestId);
        // Jetty closes it after most of these, and does not always say so: the next request would be lost.
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        response.write(true, body(status, message, requestId), callback);
    }

    private ByteBuffer body(int status, String reason, String requestId) {
        // From 500 on the reason may be the message of an exception.
        String detail = status < 500 && reason != null ? reason : "the request can't be answered";
        Map<String, Object> body = ErrorKind.ofHttpStatus(status)
                .map(kind -> ProblemJson.of(Problem.of(kind, detail)))
                .orElseGet(() -> ProblemJson.ofStatus(status, detail));
        ProblemJson.addRequestId(body, status, requestId);
        return ByteBuffer.wrap(json.write(body));
    }
}
