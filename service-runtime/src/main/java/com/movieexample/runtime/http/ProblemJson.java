package com.movieexample.runtime.http;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as {@code application/problem+json}, RFC 9457. */
public final class ProblemJson {
    static final String CONTENT_TYPE = "application/problem+json";

    private ProblemJson() {}

    /** May be added to. */
    public static Map<String, Object> of(Problem problem) {
        ErrorKind kind = problem.kind();
        Map<String, Object> json = members(kind.type(), kind.title(), kind.httpStatus(), problem.detail());
        problem.invalidField().ifPresent(invalid -> {
            json.put("field", invalid.field());
            json.put("value", invalid.value());
            json.put("expected", invalid.expected());
        });
        problem.members().forEach(json::put);
        return json;
    }

    /** So that whoever reports an error of ours can say which one; null if it is not known. */
    static void addRequestId(Map<String, Object> body, int status, String requestId) {
        if (status == ErrorKind.INTERNAL.httpStatus() && requestId != null) {
            body.put("requestId", requestId);
        }
    }

    /** For a status that the server came up with itself and that no {@link ErrorKind} stands for. */
    static Map<String, Object> ofStatus(int status, String detail) {
        return members("about:blank", HttpStatus.getMessage(status), status, detail);
    }

    private static Map<String, Object> members(String type, String title, int status, String detail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        return json;
    }
}
