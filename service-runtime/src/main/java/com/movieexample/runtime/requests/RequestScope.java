package com.movieexample.runtime.requests;

import org.slf4j.MDC;

/** Marks what a thread logs while it works for a request. */
public final class RequestScope {
    public static final String SERVICE = "service";
    public static final String REQUEST_ID = "requestId";
    public static final String TRACE_ID = "traceId";

    private RequestScope() {}

    /** To be left by the same thread. */
    public static void enter(String service, String requestId) {
        MDC.put(SERVICE, service);
        MDC.put(REQUEST_ID, requestId);
    }

    public static void leave() {
        MDC.remove(REQUEST_ID);
        MDC.remove(SERVICE);
    }

    /** Says which trace the request is part of, too. To be taken back by the same thread. */
    public static void markTrace(String traceId) {
        MDC.put(TRACE_ID, traceId);
    }

    public static void unmarkTrace() {
        MDC.remove(TRACE_ID);
    }

    /** Of the request that this thread works for; null if it works for none. */
    public static String requestId() {
        return MDC.get(REQUEST_ID);
    }

    /**
     * Does something for a request on a thread that may have worked for none.
     *
     * @param requestId null for none
     */
    public static void within(String requestId, Runnable work) {
        String before = requestId();
        if (requestId == null || requestId.equals(before)) {
            work.run();
            return;
        }
        MDC.put(REQUEST_ID, requestId);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(REQUEST_ID);
            } else {
                MDC.put(REQUEST_ID, before);
            }
        }
    }
}
