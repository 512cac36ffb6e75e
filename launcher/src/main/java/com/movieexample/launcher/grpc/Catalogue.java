package com.movieexample.launcher.grpc;

import com.google.protobuf.Message;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.RatingsViewServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The methods that can be called: those of {@code api}. Immutable. */
final class Catalogue {
    private static final List<ServiceDescriptor> SERVICES = List.of(
            MetadataServiceGrpc.getServiceDescriptor(),
            RatingServiceGrpc.getServiceDescriptor(),
            MovieServiceGrpc.getServiceDescriptor(),
            AggregateServiceGrpc.getServiceDescriptor(),
            RatingsViewServiceGrpc.getServiceDescriptor());

    private final Map<String, MethodDescriptor<Message, Message>> methods = new TreeMap<>();

    Catalogue() {
        SERVICES.stream()
                .map(ServiceDescriptor::getMethods)
                .flatMap(Collection::stream)
                .forEach(method -> methods.put(method.getFullMethodName(), ofMessages(method)));
    }

    /** The services of {@code api} take and answer protobuf messages. */
    @SuppressWarnings("unchecked")
    private static MethodDescriptor<Message, Message> ofMessages(MethodDescriptor<?, ?> method) {
        return (MethodDescriptor<Message, Message>) method;
    }

    /** Finds a method by {@code package.Service/Method} or {@code Service/Method}. */
    Optional<MethodDescriptor<Message, Message>> find(String name) {
        return methods.entrySet().stream()
                .filter(method ->
                        method.getKey().equals(name) || method.getKey().endsWith("." + name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The full names, in order. */
    Collection<String> names() {
        return methods.keySet();
    }

    /** An empty request of a method. */
    static Message emptyRequest(MethodDescriptor<Message, Message> method) {
        var marshaller = (MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller();
        return marshaller.getMessagePrototype();
    }
}
