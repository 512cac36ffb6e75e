package com.movieexample.topics.view;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Which log a view was built from. A topic that is deleted and made again has another id under the same name. */
record LogIdentity(String clusterId, String topicId, int partitions) {
    /** Asks the cluster; fails as Kafka's admin client fails. */
    static LogIdentity of(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return new LogIdentity(
                admin.describeCluster().clusterId().get(),
                description.topicId().toString(),
                description.partitions().size());
    }

    /** The form that is stored; the number of partitions is no part of it. */
    String stored() {
        return clusterId + '/' + topicId;
    }
}
