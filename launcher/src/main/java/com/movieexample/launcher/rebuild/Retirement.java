package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Removes what the cluster keeps of retired generations: their groups and their topics. Does not own its client. */
record Retirement(Admin admin, MarqueeLog log) {
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Those of which the cluster still has a topic or a group. */
    List<Integer> left(List<Generation> retired) {
        Topics topics = log.topics();
        try {
            var names = admin.listTopics().names().get();
            return retired.stream()
                    .map(Generation::getNumber)
                    .filter(number -> topics.changelogs(number).stream().anyMatch(names::contains))
                    .toList();
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Removes all of one, once its last member has left its group.
     *
     * @throws LaunchException when somebody still folds it after a while
     */
    void remove(int generation) {
        String group = log.topics().applicationId(generation);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isGone(admin.deleteConsumerGroups(List.of(group)).all())) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new LaunchException(
                        "an aggregator still folds generation %d, which is retired; marquee rebuild cancel removes the rest of it"
                                .formatted(generation));
            }
            LockSupport.parkNanos(AGAIN_NS);
        }
        for (String changelog : log.topics().changelogs(generation)) {
            isGone(admin.deleteTopics(List.of(changelog)).all());
        }
    }

    /** Whether it is, now or since before; not while the group has members. */
    private boolean isGone(KafkaFuture<Void> deletion) {
        try {
            deletion.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return true;
            }
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw new KafkaUnavailableException(log.clients().bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
