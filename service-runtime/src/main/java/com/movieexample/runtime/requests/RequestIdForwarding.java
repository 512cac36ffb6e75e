package com.movieexample.runtime.requests;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** Hands the id of the request that a call is made for on to the other service. */
public final class RequestIdForwarding implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String id = RequestScope.requestId();
        ClientCall<Q, A> call = next.newCall(method, options);
        return id == null ? call : new NamedCall<>(call, id);
    }

    private static final class NamedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final String id;

        private NamedCall(ClientCall<Q, A> call, String id) {
            super(call);
            this.id = id;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            headers.put(RequestIdInterceptor.KEY, id);
            super.start(listener, headers);
        }
    }
}
