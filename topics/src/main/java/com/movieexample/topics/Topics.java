package com.movieexample.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic of one Marquee. Nobody else spells a topic's name.
 *
 * @param prefix stands before each name and each application id, so that several can share a cluster; usually empty
 * @param ratingsPartitions how many partitions {@code ratings} has
 * @param metadataPartitions how many partitions {@code movie-metadata} has
 */
public record Topics(String prefix, int ratingsPartitions, int metadataPartitions) {
    /** The store whose changelog topic is the ratings view of a generation. */
    public static final String AGGREGATE_STORE = "rating-aggregates";

    /** The store of the last rating of each record and user. */
    public static final String RATING_STORE = "ratings-by-user";

    private static final Map<String, String> COMPACTED = Map.of(CLEANUP_POLICY_CONFIG, "compact");

    /** How long a compacted topic keeps a delete, so that a view that was away for days still learns of it. */
    private static final Map<String, String> KEEPS_DELETES_A_WEEK =
            Map.of(DELETE_RETENTION_MS_CONFIG, Long.toString(7L * 24 * 3600 * 1000));

    public List<TopicDefinition<?, ?>> all() {
        return List.of(ratings(), movieMetadata(), deadLetters(), control());
    }

    /**
     * Every rating event, for ever. Never compacted: compaction keeps the last offset and not the latest event time,
     * so that a rebuild would give other answers. The broker's clock dates it, since implicit events go by that.
     */
    public TopicDefinition<String, RatingEvent> ratings() {
        return new TopicDefinition<>(
                prefix + "ratings",
                Serdes.String(),
                new MessageSerde<>(RatingEvent.parser()),
                ratingsPartitions,
                Map.of(
                        CLEANUP_POLICY_CONFIG, "delete",
                        RETENTION_MS_CONFIG, "-1",
                        RETENTION_BYTES_CONFIG, "-1",
                        MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                Map.of());
    }

    /** The last metadata record of each movie id. */
    public TopicDefinition<String, Metadata> movieMetadata() {
        return new TopicDefinition<>(
                prefix + "movie-metadata",
                Serdes.String(),
                new MessageSerde<>(Metadata.parser()),
                metadataPartitions,
                COMPACTED,
                KEEPS_DELETES_A_WEEK);
    }

    /** The original bytes of bad events, each under its origin's position: see {@link com.movieexample.topics.deadletters.DeadLetter}. */
    public TopicDefinition<String, byte[]> deadLetters() {
        return new TopicDefinition<>(
                prefix + "ratings-dlq", Serdes.String(), Serdes.ByteArray(), 1, COMPACTED, KEEPS_DELETES_A_WEEK);
    }

    /** The generations of the ratings view. */
    public TopicDefinition<String, Generation> control() {
        return new TopicDefinition<>(
                prefix + "marquee-control",
                Serdes.String(),
                new MessageSerde<>(Generation.parser()),
                1,
                COMPACTED,
                KEEPS_DELETES_A_WEEK);
    }

    /** The consumer group of the routers, which share the partitions of {@code ratings}. */
    public String routerGroup() {
        return prefix + "marquee-router";
    }

    /** The consumer group of the one command that may take the generations from step to step. */
    public String rebuildGroup() {
        return prefix + "marquee-rebuild";
    }

    /** The Kafka Streams application that builds a generation of the ratings view. */
    public String applicationId(int generation) {
        return prefix + "marquee-g" + generation;
    }

    /** The ratings view of a generation: the changelog topic that Kafka Streams makes for its aggregate store. */
    public String aggregates(int generation) {
        return changelog(generation, AGGREGATE_STORE);
    }

    /** All that Kafka Streams keeps of a generation in topics, the ratings view first. */
    public List<String> changelogs(int generation) {
        return List.of(aggregates(generation), changelog(generation, RATING_STORE));
    }

    private String changelog(int generation, String store) {
        return applicationId(generation) + "-" + store + "-changelog";
    }
}
