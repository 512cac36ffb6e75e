package com.movieexample.topics.rules;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.util.Arrays;

/**
 * Reads and judges the records of {@code ratings}. Everything that reads the log does it by this class, so that all
 * agree on what counts. Thread-safe.
 *
 * @param partitions how many partitions the topic has
 */
public record EventReader(EventRules rules, int partitions) {
    /**
     * Never throws for what a record holds.
     *
     * @param logTime when the log took the record, ms since 1970
     */
    public Judgement read(int partition, byte[] key, byte[] value, long logTime) {
        if (value == null) {
            return new Judgement.Bad("value is missing, expected a RatingEvent");
        }
        try {
            RatingEvent event = RatingEvent.parseFrom(value);
            rules.require(event, logTime);
            return place(partition, key, event, EventRules.versionOf(event, logTime));
        } catch (InvalidProtocolBufferException e) {
            return new Judgement.Bad("value can't be read as a RatingEvent: " + e.getMessage());
        } catch (InvalidInputException e) {
            return new Judgement.Bad(e.getMessage());
        }
    }

    private Judgement place(int partition, byte[] key, RatingEvent event, RatingVersion version) {
        RecordKey recordKey = EventRules.keyOf(event);
        byte[] right = recordKey.bytes();
        boolean inPlace = Arrays.equals(right, key) && Partitioning.partitionOf(right, partitions) == partition;
        return inPlace
                ? new Judgement.Good(event, recordKey, version)
                : new Judgement.Misplaced(event, recordKey, version);
    }
}
