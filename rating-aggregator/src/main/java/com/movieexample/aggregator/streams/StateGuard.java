package com.movieexample.aggregator.streams;

import com.movieexample.topics.provisioning.FoundTopics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Holds an instance's state folder against what the cluster has. Owns a client of the cluster; used by one thread. */
final class StateGuard implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final MarqueeLog log;
    private final StateFolder folder;
    private final Admin admin;

    StateGuard(MarqueeLog log, Path stateDir) {
        this.log = log;
        this.folder = new StateFolder(stateDir, log.topics(), log.generation());
        this.admin = log.clients().admin("aggregator-state");
    }

    /**
     * Before the application starts, while nobody has the stores open.
     *
     * @throws LogMismatchException when the view can't go on from the folder, the changelogs and the group as they are
     * @throws KafkaUnavailableException when the cluster does not answer
     */
    void open() throws IOException {
        FoundTopics found = find();
        folder.open(found);
        try {
            new CommittedInput(admin, log).requireKept(found, folder.beginAnew());
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e);
        }
    }

    /**
     * While the application runs.
     *
     * @throws LogMismatchException when a topic is another than it was
     * @throws KafkaUnavailableException when the cluster does not answer
     */
    void compare() throws IOException {
        folder.compare(find());
    }

    private FoundTopics find() {
        return FoundTopics.find(admin, log.clients().bootstrapServers(), folder.topicNames());
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}
