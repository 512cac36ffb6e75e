package com.movieexample.runtime.http;

import com.movieexample.runtime.requests.RequestScope;
import com.movieexample.runtime.tracing.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A span for each request but those of who only looks after the process. The innermost of the handlers. What a stream of
 * NDJSON brings has no span of its own: a trace of a million ratings would tell nobody anything.
 */
final class TracingHandler extends Handler.Wrapper {
    private static final String SPAN = "marquee-span";
    private static final int OUR_FAULT = 500;

    private final Tracer tracer;

    TracingHandler(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (looksAfterTheProcess(request)) {
            return super.handle(request, response, callback);
        }
        Context parent = TraceContext.of(request.getHeaders(), HttpFields::get);
        Span span = tracer.spanBuilder(request.getMethod())
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", request.getMethod())
                .startSpan();
        request.setAttribute(SPAN, span);
        Request.addCompletionListener(request, failure -> end(span, response.getStatus()));
        return MediaType.isNdjson(request)
                ? super.handle(request, response, callback)
                : handleWithin(parent.with(span), request, response, callback);
    }

    private static boolean looksAfterTheProcess(Request request) {
        String path = Request.getPathInContext(request);
        return path.equals("/metrics") || path.startsWith("/health/");
    }

    @SuppressWarnings("try") // closed is all that a scope is
    private boolean handleWithin(Context context, Request request, Response response, Callback callback)
            throws Exception {
        RequestScope.markTrace(Span.fromContext(context).getSpanContext().getTraceId());
        try (Scope scope = context.makeCurrent()) {
            return super.handle(request, response, callback);
        } finally {
            RequestScope.unmarkTrace();
        }
    }

    private static void end(Span span, int status) {
        span.setAttribute("http.response.status_code", status);
        if (status >= OUR_FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** Names the span after the template that matched. */
    static void name(io.javalin.http.Context context, String route) {
        if (context.req().getAttribute(SPAN) instanceof Span span) {
            span.updateName(context.method() + " " + route);
            span.setAttribute("http.route", route);
        }
    }
}
