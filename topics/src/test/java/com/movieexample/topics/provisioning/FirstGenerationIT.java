package com.movieexample.topics.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several processes that start at the same moment, one makes the first generation. */
class FirstGenerationIT {
    private static final int PROCESSES = 4;

    private final KafkaClients clients = SharedBroker.clients();
    private final Topics topics = new Topics(SharedBroker.uniqueName("f") + ".", 1, 1);

    @BeforeEach
    void createTopics() {
        try (Admin admin = clients.admin("test")) {
            new TopicProvisioning(admin, clients.bootstrapServers(), Optional.empty()).ensure(topics.all());
        }
    }

    @Test
    void firstStartsWithDifferentRulesAgreeOnOne() throws Exception {
        CyclicBarrier together = new CyclicBarrier(PROCESSES);
        List<Callable<Generation>> starts = IntStream.range(0, PROCESSES)
                .<Callable<Generation>>mapToObj(i -> () -> {
                    together.await();
                    return start(Duration.ofMinutes(1 + i));
                })
                .toList();

        List<Generation> made = succeeded(starts);

        assertThat(made).hasSize(1);
        assertThat(new Generations(clients, topics.control()).live()).isEqualTo(Optional.of(made.get(0)));
        assertThat(records()).containsExactly("generation/1");
    }

    private Generation start(Duration tolerance) {
        EventRules rules = new EventRules(Map.of(), RatingScale.HALF_STARS, tolerance);
        TopicIdentity ratings = new TopicIdentity("cluster", topics.ratings().name(), "id");
        return new Generations(clients, topics.control()).ensureLive(rules, ratings);
    }

    /** What those returned that were not refused. */
    private static List<Generation> succeeded(List<Callable<Generation>> starts) throws InterruptedException {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Generation> made = new ArrayList<>();
            for (Future<Generation> start : processes.invokeAll(starts)) {
                try {
                    made.add(start.get());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(RulesMismatchException.class);
                }
            }
            return made;
        } finally {
            processes.shutdownNow();
        }
    }

    /** The keys of all that was committed. */
    private List<String> records() {
        TopicPartition partition = new TopicPartition(topics.control().name(), 0);
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("test")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> keys = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
            }
            return keys;
        }
    }

    @Test
    void aWriterThatAnotherOneFollowedWritesNothing() {
        try (ExclusiveWriter<Generation> first = new ExclusiveWriter<>(clients, topics.control());
                ExclusiveWriter<Generation> second = new ExclusiveWriter<>(clients, topics.control())) {
            first.write(
                    Map.of("generation/1", Generation.newBuilder().setNumber(1).build()));
            second.write(
                    Map.of("generation/2", Generation.newBuilder().setNumber(2).build()));
        }
        // The next writer waits until it can be read.
        new ExclusiveWriter<>(clients, topics.control()).close();
        assertThat(records()).containsExactly("generation/2");
    }
}
