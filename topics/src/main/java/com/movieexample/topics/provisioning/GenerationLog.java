package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Holds a generation of the ratings view against the log that is there now. */
record GenerationLog(Topics topics, Admin admin, String bootstrapServers) {
    private static final int FIRST = 1;

    /**
     * Before anything is made: an empty log in place of one that is gone would look like one that nobody wrote to.
     *
     * @throws LogMismatchException for a generation of another log, or what is left of one
     */
    void require(Generations generations) {
        // Found before the generation is looked for: who makes the first one writes it before its topics.
        FoundTopics before = find();
        Optional<Generation> live = generations.live();
        if (live.isPresent()) {
            requireSame(live.get());
        } else {
            requireNothingLeft(before);
        }
    }

    /** The topic {@code ratings} as it is now. */
    TopicIdentity ratings() {
        return find().identity(topics.ratings().name()).orElseThrow();
    }

    /** @throws LogMismatchException unless the generation was built from the log that is there */
    void requireSame(Generation generation) {
        String ratings = topics.ratings().name();
        String what = "generation %d of the ratings view".formatted(generation.getNumber());
        String wayOut = "Use the cluster and the topic that it was built from. "
                + new BeginAnew(topics, generation.getNumber()).withAnotherLog();
        FoundTopics found = find();
        if (Generations.knowsItsLog(generation)) {
            found.require(
                    new TopicIdentity(generation.getClusterId(), ratings, generation.getRatingsTopicId()),
                    what,
                    wayOut);
        } else if (found.identity(ratings).isEmpty()) {
            throw new LogMismatchException("%s was built from topic %s, but found no such topic in cluster %s. %s"
                    .formatted(what, ratings, found.clusterId(), wayOut));
        }
    }

    private void requireNothingLeft(FoundTopics found) {
        for (String changelog : topics.changelogs(FIRST)) {
            found.identity(changelog).ifPresent(left -> {
                throw new LogMismatchException(
                        "topic %s knows no generation of the ratings view, but found %s, which may be of another log or of other rules. %s"
                                .formatted(
                                        topics.control().name(), left, new BeginAnew(topics, FIRST).withAnotherLog()));
            });
        }
    }

    private FoundTopics find() {
        List<String> names = new ArrayList<>(topics.changelogs(FIRST));
        names.add(topics.ratings().name());
        return FoundTopics.find(admin, bootstrapServers, names);
    }
}
