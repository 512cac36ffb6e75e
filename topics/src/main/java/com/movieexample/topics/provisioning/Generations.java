package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.rules.EventRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The generations of the ratings view, as the control topic has them. */
public final class Generations {
    private static final String KEY = "generation/";
    private static final Duration READ_WITHIN = Duration.ofSeconds(15);

    private final KafkaClients clients;
    private final TopicDefinition<String, Generation> control;

    public Generations(KafkaClients clients, TopicDefinition<String, Generation> control) {
        this.clients = clients;
        this.control = control;
    }

    /**
     * The generation that readers are to use; the very first is made here, by these rules.
     *
     * @throws RulesMismatchException when the live generation was built by other rules
     * @throws KafkaUnavailableException when the control topic can't be read or written in time
     */
    public Generation ensureLive(EventRules rules) {
        Optional<Generation> live = live();
        if (live.isEmpty()) {
            append(Generation.newBuilder()
                    .setNumber(1)
                    .setState(GenerationState.GENERATION_STATE_LIVE)
                    .setRules(rules.toMessage())
                    .build());
            // Read again: another process may have been first, and then its rules are the ones to compare with.
            live = live();
        }
        Generation generation = live.orElseThrow();
        if (!generation.getRules().getFingerprint().equals(rules.fingerprint())) {
            throw new RulesMismatchException(generation, rules);
        }
        return generation;
    }

    /**
     * The generation that readers are to use, if there is one yet.
     *
     * @throws KafkaUnavailableException when the control topic can't be read in time
     */
    public Optional<Generation> live() {
        return readAll().values().stream()
                .filter(generation -> generation.getState() == GenerationState.GENERATION_STATE_LIVE)
                .max(Comparator.comparingInt(Generation::getNumber));
    }

    private void append(Generation generation) {
        try (Producer<String, Generation> producer = clients.producer("marquee-control", control)) {
            producer.send(new ProducerRecord<>(control.name(), KEY + generation.getNumber(), generation))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }

    private Map<String, Generation> readAll() {
        Map<String, Generation> generations = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("marquee-control")) {
            readAll(consumer, generations);
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        generations.values().removeIf(Objects::isNull);
        return generations;
    }

    private void readAll(Consumer<byte[], byte[]> consumer, Map<String, Generation> generations) {
        TopicPartition partition = new TopicPartition(control.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), READ_WITHIN).get(partition);
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (consumer.position(partition, READ_WITHIN) < end) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("topic " + control.name() + " was not read within " + READ_WITHIN);
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (key.startsWith(KEY)) {
                    generations.put(
                            key, control.valueSerde().deserializer().deserialize(control.name(), record.value()));
                }
            });
        }
    }
}
