package com.movieexample.topics;

import com.movieexample.api.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where the log has a record: a topic partition and an offset, written {@code ratings/3:1042}. */
public record Position(String topic, int partition, long offset) {
    private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,9}):(\\d{1,18})");

    public static Position of(RecordMetadata metadata) {
        return new Position(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The inverse of {@link #toString()}. */
    public static Position parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "Marquee-Position", text, "topic/partition:offset, for example ratings/3:1042");
        }
        return new Position(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return topic + '/' + partition + ':' + offset;
    }
}
