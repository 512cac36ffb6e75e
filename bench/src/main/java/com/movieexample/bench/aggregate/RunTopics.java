package com.movieexample.bench.aggregate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.TopicPartition;

/** What a run leaves in the cluster. */
public final class RunTopics {
    private final Admin admin;

    /** @param admin not owned */
    public RunTopics(Admin admin) {
        this.admin = admin;
    }

    public long bytesOf(String topic) throws ExecutionException, InterruptedException {
        return bytes(topic::equals);
    }

    /** Of the changelogs and repartition topics that an application made. */
    public long internalBytes(String applicationId) throws ExecutionException, InterruptedException {
        return bytes(isInternalTo(applicationId));
    }

    private long bytes(Predicate<String> topic) throws ExecutionException, InterruptedException {
        List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .map(LogDirDescription::replicaInfos)
                .mapToLong(replicas -> bytes(replicas, topic))
                .sum();
    }

    private static long bytes(Map<TopicPartition, ReplicaInfo> replicas, Predicate<String> topic) {
        return replicas.entrySet().stream()
                .filter(replica -> topic.test(replica.getKey().topic()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** The group stays: a static member is in it for a while after its end, and no other run has its name. */
    public void delete(String applicationId) throws ExecutionException, InterruptedException {
        List<String> topics = admin.listTopics().names().get().stream()
                .filter(isInternalTo(applicationId))
                .toList();
        admin.deleteTopics(topics).all().get();
    }

    private static Predicate<String> isInternalTo(String applicationId) {
        return topic -> topic.startsWith(applicationId + "-");
    }
}
