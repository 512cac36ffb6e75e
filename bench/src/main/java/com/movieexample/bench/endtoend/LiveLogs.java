package com.movieexample.bench.endtoend;

import com.movieexample.bench.aggregate.RunTopics;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.NewTopic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Two empty logs, one to warm the producer up with, which go with all that came of them when this is closed. */
final class LiveLogs implements AutoCloseable {
    private final Input scratch;
    private final Input live;
    private final Admin admin;

    /** @param like the logs are to be filled with the same events as its, and be folded in its folder */
    LiveLogs(Input like) throws ExecutionException, InterruptedException {
        this.scratch = like.withPrefix("live-" + like.run() + "-warm-up-");
        this.live = like.withPrefix("live-" + like.run() + "-");
        this.admin = like.clients().admin("bench-live");
        NewTopic.create(like.clients(), admin, scratch.topics().ratings());
        NewTopic.create(like.clients(), admin, live.topics().ratings());
    }

    Input scratch() {
        return scratch;
    }

    Input live() {
        return live;
    }

    @Override
    public void close() throws ExecutionException {
        try (admin) {
            new RunTopics(admin).delete(live.applicationId());
            admin.deleteTopics(List.of(
                            scratch.topics().ratings().name(),
                            live.topics().ratings().name()))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
