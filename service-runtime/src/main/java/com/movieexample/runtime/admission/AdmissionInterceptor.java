package com.movieexample.runtime.admission;

import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each gRPC call its {@link Client}, and bounds how many are open at a time. */
public final class AdmissionInterceptor implements ServerInterceptor {
    /** Over all connections, each of which may have fewer. */
    static final int CALLS = 4_096;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Admission admission;
    private final Refusals refusals;
    private final AtomicInteger open = new AtomicInteger();

    public AdmissionInterceptor(Admission admission, Refusals refusals) {
        this.admission = admission;
        this.refusals = refusals;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String address = address(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
        ServerCall<Q, A> watched = new WatchedCall<>(call, address);
        boolean admitted = false;
        try {
            if (open.incrementAndGet() > CALLS) {
                throw ServiceException.unavailable(CALLS + " calls are open, expected fewer", RETRY_AFTER);
            }
            Client client = admission.client(Optional.ofNullable(headers.get(AUTHORIZATION)), address);
            Context context = Context.current().withValue(Client.OF_CALL, client);
            ServerCall.Listener<Q> listener =
                    new CountedListener<>(Contexts.interceptCall(context, watched, headers, next));
            admitted = true;
            return listener;
        } catch (ServiceException e) {
            StatusRuntimeException refused = GrpcProblems.write(Problems.of(e));
            watched.close(refused.getStatus(), refused.getTrailers());
            return new ServerCall.Listener<>() {};
        } finally {
            if (!admitted) {
                open.decrementAndGet();
            }
        }
    }

    private static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : String.valueOf(remote);
    }

    private final class WatchedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final String address;

        private WatchedCall(ServerCall<Q, A> call, String address) {
            super(call);
            this.address = address;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            GrpcProblems.read(status, trailers).map(Problem::kind).ifPresent(kind -> refusals.note(kind, address));
            super.close(status, trailers);
        }
    }

    /** One of both is called, once, at the end of every call. */
    private final class CountedListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private CountedListener(ServerCall.Listener<Q> listener) {
            super(listener);
        }

        @Override
        public void onComplete() {
            open.decrementAndGet();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            open.decrementAndGet();
            super.onCancel();
        }
    }
}
