package com.movieexample.runtime.http;

import com.movieexample.runtime.admission.Admission;
import com.movieexample.runtime.admission.Client;
import com.movieexample.runtime.admission.Refusals;
import com.movieexample.runtime.admission.Reservation;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request in, or refuses it before any of its body is read: who sends it is told apart here, and a write finds its
 * memory here.
 */
final class AdmissionHandler extends Handler.Wrapper {
    static final String CLIENT = "marquee-client";

    private static final int ERRORS = 400;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Admission admission;
    private final CrossOrigins origins;
    private final Refusals refusals;
    private final HttpObserver observer;
    private final Json json;

    AdmissionHandler(Admission admission, CrossOrigins origins, Refusals refusals, HttpObserver observer, Json json) {
        this.origins = origins;
        this.admission = admission;
        this.refusals = refusals;
        this.observer = observer;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String address = Request.getRemoteAddr(request);
        Request.addCompletionListener(request, failure -> note(response.getStatus(), address));
        try {
            admit(request, address);
        } catch (ServiceException e) {
            refuse(request, response, callback, Problems.of(e));
            return true;
        }
        return super.handle(request, response, callback);
    }

    private void note(int status, String address) {
        if (status >= ERRORS) {
            ErrorKind.ofHttpStatus(status).ifPresent(kind -> refusals.note(kind, address));
        }
    }

    private void admit(Request request, String address) {
        Client client =
                admission.client(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)), address);
        request.setAttribute(CLIENT, client);
        if (!READS.contains(request.getMethod())) {
            origins.requireNoOtherSite(request);
            client.admitWrite();
            Reservation reservation = client.reserve(bytes(request));
            Request.addCompletionListener(request, failure -> reservation.close());
        }
    }

    /** Of a body whose length nobody knows yet, the most that it may have. */
    private long bytes(Request request) {
        if (MediaType.isNdjson(request)) {
            return admission.limits().streamBytes();
        }
        long most = admission.limits().bodyBytes();
        long length = request.getLength();
        return length < 0 ? most : Math.min(length, most);
    }

    /** The body is left unread, so the connection ends with the answer. */
    private void refuse(Request request, Response response, Callback callback, Problem problem) {
        int status = problem.kind().httpStatus();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds));
        if (problem.kind() == ErrorKind.UNAUTHENTICATED) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        observer.answered(request.getMethod(), "none", status, Duration.ZERO);
        response.write(true, ByteBuffer.wrap(json.write(ProblemJson.of(problem))), callback);
    }
}
