package com.movieexample.runtime.grpc;

import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.ServiceException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;

/** Makes errors of the connection name the service that could not be reached, and not its address. */
final class NamingInterceptor implements ClientInterceptor {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final String serviceName;

    NamingInterceptor(String serviceName) {
        this.serviceName = serviceName;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(naming(listener), headers);
            }
        };
    }

    private <A> ClientCall.Listener<A> naming(ClientCall.Listener<A> listener) {
        return new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
                super.onClose(named(status, trailers), trailers);
            }
        };
    }

    private Status named(Status status, Metadata trailers) {
        if (status.getCause() instanceof ServiceException
                || GrpcProblems.read(status, trailers).isPresent()) {
            return status;
        }
        return switch (status.getCode()) {
            case UNAVAILABLE ->
                status.withCause(ServiceException.unavailable(
                        serviceName + " is not available, try again", RETRY_AFTER, status.getCause()));
            case DEADLINE_EXCEEDED ->
                status.withCause(ServiceException.timeout(serviceName + " did not answer in time"));
            default -> status;
        };
    }
}
