package com.movieexample.bench.workload;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.TopicProvisioning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A topic that is ready for a producer at full speed. */
public final class NewTopic {
    private NewTopic() {}

    /**
     * Creates it, and waits until the broker serves every partition. A topic is known a little earlier than that: a
     * producer's first batch may then be turned away while the one behind it is taken, and the first is out of order
     * for ever after and lost.
     */
    public static void create(KafkaClients clients, Admin admin, TopicDefinition<?, ?> topic)
            throws ExecutionException, InterruptedException {
        new TopicProvisioning(admin, clients.bootstrapServers(), Optional.empty()).ensure(List.of(topic));
        records(admin, topic);
    }

    /** How many records it has, in all partitions together; only for topics from which nothing was deleted. */
    public static long records(Admin admin, TopicDefinition<?, ?> topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, topic.partitions())
                .boxed()
                .collect(Collectors.toMap(
                        number -> new TopicPartition(topic.name(), number), number -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
