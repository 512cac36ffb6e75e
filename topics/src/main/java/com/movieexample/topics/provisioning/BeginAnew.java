package com.movieexample.topics.provisioning;

import com.movieexample.topics.Topics;
import java.util.List;

/** What to delete so that a generation of the ratings view is built from nothing: the way out, as a sentence. */
public record BeginAnew(Topics topics, int generation) {
    /** With the log of the ratings itself another one: nothing that points into the old one may be left. */
    public String withAnotherLog() {
        return "To begin anew, stop all of Marquee and delete the topics %s, %s, %s, the consumer groups %s and %s, and the folders that rating-aggregator and movie-query keep."
                .formatted(
                        topics.control().name(),
                        topics.deadLetters().name(),
                        String.join(", ", topics.changelogs(generation)),
                        topics.applicationId(generation),
                        topics.routerGroup());
    }

    /**
     * With the same log, folded again.
     *
     * @param stateDir the state folder of this instance
     */
    public String withTheSameLog(String stateDir) {
        List<String> changelogs = topics.changelogs(generation);
        return "To build the view again from the log, stop every rating-aggregator and delete the topics %s, the consumer group %s, and the state folder of each (here %s)."
                .formatted(String.join(", ", changelogs), topics.applicationId(generation), stateDir);
    }
}
