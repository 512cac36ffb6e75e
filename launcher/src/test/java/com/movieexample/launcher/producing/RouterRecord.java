package com.movieexample.launcher.producing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the router of a Marquee had to do so far. */
record RouterRecord(RunningMarquee marquee) {
    private static final int PARTITIONS = 6;
    private static final Topics TOPICS = new Topics("", PARTITIONS, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Its counts of copies and of dead letters, once it has been through all of the log. */
    List<String> counts() throws Exception {
        KafkaClients clients = new KafkaClients(marquee.addresses().bootstrapServers(), Map.of());
        try (Admin admin = clients.admin("test")) {
            // The router commits only what it has dealt with.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(routed(admin)).containsAllEntriesOf(ends(admin)));
        }
        List<String> counts = marquee.get(marquee.addresses().rating(), "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("marquee_router_events_total{"))
                .toList();
        assertThat(counts).hasSize(2);
        return counts;
    }

    private static Map<TopicPartition, Long> routed(Admin admin) throws Exception {
        Map<TopicPartition, Long> routed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(TOPICS.routerGroup())
                .partitionsToOffsetAndMetadata()
                .get();
        committed.forEach((partition, next) -> routed.put(partition, next.offset()));
        return routed;
    }

    /** Of the partitions that hold something. */
    private static Map<TopicPartition, Long> ends(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPICS.ratings().name(), partition))
                .collect(toMap(identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest).all().get();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        ends.values().removeIf(end -> end == 0);
        return ends;
    }
}
