package com.movieexample.ingester;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Several events in one body, in one of the forms that such a body may have. Each event is read when it is asked for, and
 * throws if it can't be read; what does not even fall into events is refused as a whole.
 */
record RatingBatch(List<Supplier<RatingEvent>> events) {
    static final int MOST = 1_000;
    static final String PROTOBUF = "application/x-protobuf";

    private static final Json JSON = new Json();
    /** By media type. */
    private static final Map<String, Function<byte[], RatingBatch>> FORMS =
            Map.of("application/json", RatingBatch::ofJson, PROTOBUF, RatingBatch::ofProtobuf);

    RatingBatch {
        if (events.isEmpty() || events.size() > MOST) {
            throw new InvalidInputException("body", events.size() + " events", "1 to " + MOST + " events");
        }
    }

    /**
     * @return empty for a media type that no batch has
     * @throws InvalidInputException if the body is none of its media type
     */
    static Optional<RatingBatch> of(String mediaType, byte[] body) {
        return Optional.ofNullable(FORMS.get(mediaType)).map(form -> form.apply(body));
    }

    private static RatingBatch ofJson(byte[] body) {
        return new RatingBatch(JSON.elements(body, MOST).stream()
                .<Supplier<RatingEvent>>map(
                        json -> () -> JSON.read(json, RatingEventJson.class).toMessage())
                .toList());
    }

    /** Each event follows its length, as {@code writeDelimitedTo} has it. */
    private static RatingBatch ofProtobuf(byte[] body) {
        List<Supplier<RatingEvent>> events = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(body);
        try {
            while (!in.isAtEnd()) {
                if (events.size() == MOST) {
                    throw new InvalidInputException(
                            "body", "more than " + MOST + " events", "1 to " + MOST + " events");
                }
                byte[] event = in.readByteArray();
                events.add(() -> read(event));
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "body", "broken off in event " + events.size(), "each event after its length as a varint", e);
        }
        return new RatingBatch(events);
    }

    private static RatingEvent read(byte[] event) {
        try {
            return RatingEvent.parseFrom(event);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidInputException("event", e.getMessage(), "a RatingEvent", e);
        }
    }
}
