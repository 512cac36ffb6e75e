package com.movieexample.bench.ingest;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.workload.NewTopic;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends all events once, into a topic of its own that is deleted afterwards. */
final class IngestRun {
    private static final String CLIENT = "bench-ingest";
    private static final int PARTITIONS = 6;

    private final KafkaClients clients;
    private final PreparedEvents events;
    private final TopicDefinition<String, RatingEvent> topic;

    IngestRun(KafkaClients clients, PreparedEvents events) {
        this.clients = clients;
        this.events = events;
        this.topic = new Topics("ingest-" + UUID.randomUUID() + "-", PARTITIONS, 1).ratings();
    }

    /** @return events a second */
    double withTopicWriter() throws Exception {
        return inTopic("marquee", this::sendThroughTopicWriter);
    }

    /** @return events a second */
    double withPlainProducer() throws Exception {
        return inTopic("producer", this::sendThroughPlainProducer);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the one that is counted on says the same
    private Refusals sendThroughTopicWriter() {
        Refusals refused = new Refusals();
        try (TopicWriter<RatingEvent> writer = new TopicWriter<>(clients, CLIENT, topic)) {
            for (int i = 0; i < events.size(); i++) {
                writer.append(events.keys().get(i), events.messages().get(i)).whenComplete((appended, failure) -> {
                    refused.note(failure);
                });
            }
            writer.producer().flush();
        }
        return refused;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private Refusals sendThroughPlainProducer() {
        Refusals refused = new Refusals();
        Callback count = (metadata, failure) -> refused.note(failure);
        try (Producer<String, RatingEvent> producer = clients.producer(CLIENT, topic)) {
            for (int i = 0; i < events.size(); i++) {
                producer.send(
                        new ProducerRecord<>(
                                topic.name(),
                                events.keys().get(i),
                                events.messages().get(i)),
                        count);
            }
            producer.flush();
        }
        return refused;
    }

    /** Sends everything; what was refused. */
    @FunctionalInterface
    private interface Sending {
        Refusals send() throws Exception;
    }

    private double inTopic(String contender, Sending sending) throws Exception {
        try (Admin admin = clients.admin(CLIENT)) {
            NewTopic.create(clients, admin, topic);
            try {
                long start = System.nanoTime();
                Refusals refused = sending.send();
                long nanos = System.nanoTime() - start;
                check(contender, refused, NewTopic.records(admin, topic));
                return events.size() / (nanos / (double) Duration.ofSeconds(1).toNanos());
            } finally {
                admin.deleteTopics(List.of(topic.name())).all().get();
            }
        }
    }

    private void check(String contender, Refusals refused, long inLog) {
        if (inLog != events.size()) {
            throw new WrongAnswerException(
                    contender, "the log has %,d of %,d events; %s".formatted(inLog, events.size(), refused));
        }
    }
}
