package com.movieexample.api.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How a record's aggregated rating comes about, as JSON.
 *
 * @param userId null unless it was asked for one user: then {@code events} and {@code categories} are of this user only,
 *     {@code rating} and {@code weightedScore} of the record all the same
 * @param scanned what was read for it
 * @param events how many are of the record, or of its user; the counts of the categories add up to it
 * @param categories all there are
 * @param weightedScore null when no prior is known: none was given, and nothing of the type is rated in the partition
 */
public record ExplanationJson(
        String recordType,
        String recordId,
        String userId,
        Scanned scanned,
        long events,
        List<CategoryJson> categories,
        MeanJson rating,
        WeightedScoreJson weightedScore) {
    /**
     * The part of the log that was read.
     *
     * @param from the first offset that the log still has
     * @param end the offset after the last one
     * @param events how many were read, of whatever record
     */
    public record Scanned(String topic, int partition, long from, long end, long events) {}

    /**
     * What became of some of the events.
     *
     * @param more how many there are that are not listed; those are the older ones
     * @param events the latest in the log, ascending by position
     */
    public record CategoryJson(String category, long count, long more, List<EventJson> events) {}

    /**
     * An event, and what became of it.
     *
     * @param userId null if the event can't be read
     * @param eventType {@code put} or {@code delete}; null if it is neither
     * @param value null if it has none
     * @param ratedAt the time that it counts by: its own, or the time at which the log took it
     * @param explicit whether it is its own
     * @param origin the position of the event that it is a copy of, as its header says; null if it is none
     * @param by the position of the event that took its place or was there before it; null where there is none
     * @param reason why it is bad or misplaced, for people; null for any other
     */
    public record EventJson(
            String position,
            String userId,
            String eventType,
            BigDecimal value,
            Instant ratedAt,
            boolean explicit,
            String providerId,
            String origin,
            String category,
            String by,
            String reason) {}

    /**
     * The mean with what it is made of.
     *
     * @param mean sum / count; null when count is 0
     */
    public record MeanJson(long count, BigDecimal sum, BigDecimal mean) {}

    /**
     * The weighted score with what it is made of: {@code v/(v+m)*R + m/(v+m)*C}, where v and R are the count and the
     * unrounded mean of {@code rating}.
     *
     * @param score null when v and m are 0
     * @param minimum m
     * @param prior C
     * @param priorFrom {@code request}, or {@code partition}: the mean of all live ratings of the type there
     * @param priorCount how many these are; null with {@code request}
     * @param priorSum their sum; null with {@code request}
     */
    public record WeightedScoreJson(
            BigDecimal score, long minimum, BigDecimal prior, String priorFrom, Long priorCount, BigDecimal priorSum) {}
}
