package com.movieexample.runtime.http;

import com.movieexample.runtime.admission.Client;
import io.javalin.http.Context;

/** Who sent a request over HTTP. */
public final class RequestClient {
    private RequestClient() {}

    public static Client of(Context context) {
        return (Client) context.req().getAttribute(AdmissionHandler.CLIENT);
    }
}
