package com.movieexample.bench.endtoend;

import com.movieexample.bench.aggregate.RunTopics;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.NewTopic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** An empty log, which goes with all that came of it when this is closed. */
final class LiveLog implements AutoCloseable {
    private final Input live;
    private final Admin admin;

    /** @param like the log is to be filled with the same events as its, and be folded in its folder */
    LiveLog(Input like) throws ExecutionException, InterruptedException {
        this.live = like.withPrefix("live-" + like.run() + "-");
        this.admin = like.clients().admin("bench-live");
        NewTopic.create(like.clients(), admin, live.topics().ratings());
    }

    Input input() {
        return live;
    }

    @Override
    public void close() throws ExecutionException {
        try (admin) {
            new RunTopics(admin).delete(live.applicationId());
            admin.deleteTopics(List.of(live.topics().ratings().name())).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
