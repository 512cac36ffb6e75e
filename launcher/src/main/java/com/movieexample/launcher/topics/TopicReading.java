package com.movieexample.launcher.topics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the figures of some topics in a few calls, however many partitions they have.
 *
 * @param admin not owned
 * @param uncompacted the one topic that keeps every record
 */
record TopicReading(Admin admin, AdminAnswers answers, List<String> names, String uncompacted) {
    /** In the order of the names. */
    List<TopicFigures> read() {
        Map<String, TopicDescription> described =
                answers.get(admin.describeTopics(names).allTopicNames());
        Map<TopicPartition, Integer> leaders = new HashMap<>();
        described.forEach((name, topic) -> topic.partitions().forEach(partition -> {
            // A partition without a leader has no figures to ask for.
            if (partition.leader() != null) {
                leaders.put(
                        new TopicPartition(name, partition.partition()),
                        partition.leader().id());
            }
        }));
        Map<TopicPartition, Long> first = offsets(leaders, OffsetSpec::earliest);
        Map<TopicPartition, Long> ends = offsets(leaders, OffsetSpec::latest);
        Map<TopicPartition, Long> bytes = bytes(leaders);
        return names.stream()
                .map(name -> new TopicFigures(
                        name,
                        !name.equals(uncompacted),
                        described.get(name).partitions().size(),
                        leaders.keySet().stream()
                                .filter(partition -> partition.topic().equals(name))
                                .sorted(Comparator.comparingInt(TopicPartition::partition))
                                .map(partition -> new PartitionFigures(
                                        partition.partition(),
                                        first.get(partition),
                                        ends.get(partition),
                                        bytes.containsKey(partition)
                                                ? OptionalLong.of(bytes.get(partition))
                                                : OptionalLong.empty()))
                                .toList()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, Integer> leaders, Supplier<OffsetSpec> spec) {
        Map<TopicPartition, OffsetSpec> asked =
                leaders.keySet().stream().collect(Collectors.toMap(partition -> partition, any -> spec.get()));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                answers.get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** Of each partition on its leader's disks. */
    private Map<TopicPartition, Long> bytes(Map<TopicPartition, Integer> leaders) {
        Map<Integer, Map<String, LogDirDescription>> brokers = answers.getIfAllowed(
                admin.describeLogDirs(leaders.values().stream().distinct().toList())
                        .allDescriptions(),
                Map.of());
        Map<TopicPartition, Long> bytes = new HashMap<>();
        brokers.forEach((broker, folders) -> folders.values()
                .forEach(folder -> folder.replicaInfos().forEach((partition, replica) -> {
                    boolean leads = broker.equals(leaders.get(partition));
                    if (leads && !replica.isFuture()) {
                        bytes.put(partition, replica.size());
                    }
                })));
        return bytes;
    }
}
