package com.movieexample.topics.rules;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/**
 * Reads and judges the records of {@code ratings}. Everything that reads the log does it by this class, so that all
 * agree on what counts. Thread-safe.
 *
 * @param partitions how many partitions the topic has
 */
public record EventReader(EventRules rules, int partitions) {
    private static final Judgement COPY_MISPLACED = new Judgement.Bad(
            "event is a copy by the router that is misplaced again, expected the key and the partition of its record");

    /**
     * Never throws for what a record holds.
     *
     * @param logTime when the log took the record, ms since 1970
     * @param headers tell a copy by the router: one that is misplaced again is bad, or it would be copied for ever
     */
    public Judgement read(int partition, byte[] key, byte[] value, long logTime, Headers headers) {
        if (value == null) {
            return new Judgement.Bad("value is missing, expected a RatingEvent");
        }
        try {
            RatingEvent event = RatingEvent.parseFrom(value);
            rules.require(event, logTime);
            return place(partition, key, event, EventRules.versionOf(event, logTime), isCopy(headers));
        } catch (InvalidProtocolBufferException e) {
            return new Judgement.Bad("value can't be read as a RatingEvent: " + e.getMessage());
        } catch (InvalidInputException e) {
            return new Judgement.Bad(e.getMessage());
        }
    }

    private Judgement place(int partition, byte[] key, RatingEvent event, RatingVersion version, boolean copy) {
        RecordKey recordKey = EventRules.keyOf(event);
        byte[] right = recordKey.bytes();
        if (Arrays.equals(right, key) && Partitioning.partitionOf(right, partitions) == partition) {
            return new Judgement.Good(event, recordKey, version);
        }
        return copy ? COPY_MISPLACED : new Judgement.Misplaced(event, recordKey, version);
    }

    private static boolean isCopy(Headers headers) {
        return headers.lastHeader(EventHeaders.ORIGIN) != null;
    }
}
