package com.movieexample.launcher.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.movieexample.api.InvalidInputException;
import java.util.stream.Collectors;

/** Messages as JSON, by protobuf's own mapping. */
final class JsonMessages {
    private JsonMessages() {}

    /**
     * Reads a message of the type of {@code empty}.
     *
     * @throws InvalidInputException saying what is wrong, and which fields there are
     */
    static Message parse(String json, Message empty) {
        Message.Builder message = empty.newBuilderForType();
        try {
            JsonFormat.parser().merge(json, message);
            return message.build();
        } catch (InvalidProtocolBufferException e) {
            String type = message.getDescriptorForType().getName();
            String expected = "a JSON object of %s with %s (%s)".formatted(type, fields(message), e.getMessage());
            throw new InvalidInputException("request", json, expected, e);
        }
    }

    private static String fields(Message.Builder message) {
        String names = message.getDescriptorForType().getFields().stream()
                .map(FieldDescriptor::getJsonName)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no fields" : "the fields " + names;
    }

    /** Of what is set. */
    static String print(Message message) throws InvalidProtocolBufferException {
        return JsonFormat.printer().print(message);
    }
}
