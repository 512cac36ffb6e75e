package com.movieexample.bench.solution;

import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is to be aggregated, as a child process is told it.
 *
 * @param prefix of the topics
 * @param partitions of the log
 * @param run unlike that of any other run with these topics, so that each begins with a group and changelogs of its own
 * @param seed of the workload that the log holds
 * @param size of that workload
 * @param folder empty; for whatever the solution keeps
 * @param database null where PostgreSQL is not asked
 */
public record Input(
        String bootstrapServers,
        String prefix,
        int partitions,
        int run,
        long seed,
        int size,
        String folder,
        DatabaseAddress database) {
    /** The same work over other topics. */
    public Input withPrefix(String other) {
        return new Input(bootstrapServers, other, partitions, run, seed, size, folder, database);
    }

    public KafkaClients clients() {
        return new KafkaClients(bootstrapServers, Map.of());
    }

    public Topics topics() {
        return new Topics(prefix, partitions, 1);
    }

    /** The log, with the run as the generation that is built from it. */
    public MarqueeLog log() {
        return new MarqueeLog(clients(), topics(), EventRules.DEFAULT, run);
    }

    /** Names the run's consumer group, and begins the name of each topic that the run makes. */
    public String applicationId() {
        return topics().applicationId(run);
    }

    public RatingWorkload workload() {
        return new RatingWorkload(seed, size);
    }

    public Path path() {
        return Path.of(folder);
    }
}
