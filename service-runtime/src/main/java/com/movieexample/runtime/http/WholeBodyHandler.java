package com.movieexample.runtime.http;

import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.errors.ErrorKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Hands a request on once all of its body is here, so that no thread waits for one that comes slowly; one that takes too
 * long, or is too long, is refused. A stream is handed on at once: it is read as it comes.
 */
final class WholeBodyHandler extends Handler.Wrapper {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;
    private static final int BROKE_OFF = ErrorKind.CANCELLED.httpStatus();

    private final int mostBytes;
    private final Duration mostTime;

    WholeBodyHandler(Limits limits) {
        this.mostBytes = Math.toIntExact(limits.bodyBytes());
        this.mostTime = limits.bodyTime();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request) || MediaType.isNdjson(request)) {
            return super.handle(request, response, callback);
        }
        Content.Source.asByteArrayAsync(new BoundedBody(request), mostBytes + 1, new Promise.Invocable<>() {
            @Override
            public void succeeded(byte[] body) {
                handOn(new ReadRequest(request, body), response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                refuse(request, response, callback, failure);
            }
        });
        return true;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void handOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static void refuse(Request request, Response response, Callback callback, Throwable failure) {
        if (failure instanceof EofException) {
            Response.writeError(request, response, callback, BROKE_OFF, "the request broke off");
        } else if (failure instanceof HttpException refusal) {
            Response.writeError(request, response, callback, refusal.getCode(), refusal.getReason());
        } else if (failure instanceof TimeoutException) {
            Response.writeError(request, response, callback, TOO_SLOW, "the body did not come in time");
        } else {
            Response.writeError(request, response, callback, BAD_REQUEST, "the body can't be read");
        }
    }

    /** What remains to be read of a body; it fails once that is too much or takes too long. */
    private final class BoundedBody implements Content.Source {
        private final Request request;
        private final long began = System.nanoTime();
        private long bytes;

        private BoundedBody(Request request) {
            this.request = request;
        }

        @Override
        public Content.Chunk read() {
            if (System.nanoTime() - began > mostTime.toNanos()) {
                return refused(TOO_SLOW, "the body did not come within " + mostTime.toSeconds() + " s");
            }
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return null;
            }
            bytes += chunk.remaining();
            if (bytes <= mostBytes) {
                return chunk;
            }
            chunk.release();
            return refused(TOO_LARGE, "the body has more than %,d bytes".formatted(mostBytes));
        }

        private Content.Chunk refused(int status, String reason) {
            return Content.Chunk.from(new HttpException.RuntimeException(status, reason));
        }

        @Override
        public void demand(Runnable whenThereIsMore) {
            request.demand(whenThereIsMore);
        }

        @Override
        public void fail(Throwable failure) {
            request.fail(failure);
        }
    }

    /** One whose body was read. */
    private static final class ReadRequest extends Request.Wrapper {
        private final Content.Source body;

        private ReadRequest(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable whenThereIsMore) {
            body.demand(whenThereIsMore);
        }
    }
}
