package com.movieexample.bench.workload;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A workload in a topic {@code ratings} of its own, with the settings that Marquee's has: what contenders read that do
 * the same work. Loaded once; nobody writes to it afterwards. Not thread-safe.
 */
public final class WorkloadTopic {
    private static final int PARTITIONS = 6;

    private final KafkaClients clients;
    private final Topics topics;
    private final RatingWorkload workload;
    private WorkloadAnswer answer;

    private WorkloadTopic(KafkaClients clients, Topics topics, RatingWorkload workload) {
        this.clients = clients;
        this.topics = topics;
        this.workload = workload;
    }

    /** Makes a new topic and fills it. */
    public static WorkloadTopic load(String bootstrapServers, RatingWorkload workload)
            throws ExecutionException, InterruptedException {
        // Two loads never meet in one topic, whoever forgets to delete the first.
        return load(bootstrapServers, "size-%d-%s-".formatted(workload.size(), UUID.randomUUID()), workload);
    }

    /**
     * Fills the log of a Marquee, and makes it before if need be.
     *
     * @param prefix of the Marquee's topics
     */
    public static WorkloadTopic load(String bootstrapServers, String prefix, RatingWorkload workload)
            throws ExecutionException, InterruptedException {
        KafkaClients clients = new KafkaClients(bootstrapServers, Map.of());
        WorkloadTopic topic = new WorkloadTopic(clients, new Topics(prefix, PARTITIONS, 1), workload);
        topic.create();
        topic.fill();
        return topic;
    }

    private void create() throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin("bench-workload")) {
            NewTopic.create(clients, admin, topics.ratings());
        }
    }

    private void fill() throws ExecutionException, InterruptedException {
        Map<String, String> fast =
                Map.of(ProducerConfig.LINGER_MS_CONFIG, "5", ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864");
        KafkaClients fastClients = new KafkaClients(clients.bootstrapServers(), fast);
        try (EventWriter writer = new EventWriter(fastClients.bytesProducer("bench-workload"), topics.ratings())) {
            for (WorkloadEvent event : workload) {
                writer.write(event);
            }
            writer.awaitAll();
        }
    }

    /** A Marquee whose log it is: for its name and partitions, and the names of what is made of it. */
    public Topics topics() {
        return topics;
    }

    public String bootstrapServers() {
        return clients.bootstrapServers();
    }

    /** Of the topic {@code ratings}. */
    public String name() {
        return topics.ratings().name();
    }

    public int partitions() {
        return PARTITIONS;
    }

    public RatingWorkload workload() {
        return workload;
    }

    /** Worked out when it is first asked for, which takes seconds and heap: not while something is measured. */
    public WorkloadAnswer answer() {
        if (answer == null) {
            answer = WorkloadAnswer.of(workload);
        }
        return answer;
    }

    public void delete() throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin("bench-workload")) {
            admin.deleteTopics(List.of(name())).all().get();
        }
    }
}
