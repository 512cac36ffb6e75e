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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The generations of the ratings view, as the control topic has them. */
public final class Generations {
    private static final String KEY = "generation/";
    private static final Duration READ_WITHIN = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 20;

    private final KafkaClients clients;
    private final TopicDefinition<String, Generation> control;

    public Generations(KafkaClients clients, TopicDefinition<String, Generation> control) {
        this.clients = clients;
        this.control = control;
    }

    /**
     * The generation that readers are to use; the very first is made here, by these rules, from this log. Of several
     * processes that find none at the same time one makes it.
     *
     * @throws RulesMismatchException when the live generation was built by other rules
     * @throws KafkaUnavailableException when the control topic can't be read or written in time
     */
    public Generation ensureLive(EventRules rules, TopicIdentity ratings) {
        Generation generation = live().filter(Generations::knowsItsLog).orElseGet(() -> agree(rules, ratings));
        if (!generation.getRules().getFingerprint().equals(rules.fingerprint())) {
            throw new RulesMismatchException(generation, rules);
        }
        return generation;
    }

    /** One that an early build made has no ids of its log. */
    static boolean knowsItsLog(Generation generation) {
        return !generation.getRatingsTopicId().isEmpty();
    }

    private Generation agree(EventRules rules, TopicIdentity ratings) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Generation> agreed = readOrPropose(rules, ratings);
                if (agreed.isPresent()) {
                    return agreed.get();
                }
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        throw new IllegalStateException("too many processes write to topic " + control.name() + " at the same time");
    }

    /** Only what was read again is agreed: another process may have come first, or taken over before the write. */
    private Optional<Generation> readOrPropose(EventRules rules, TopicIdentity ratings) {
        try (ExclusiveWriter<Generation> writer = new ExclusiveWriter<>(clients, control)) {
            Generation known = live().orElseGet(() -> first(rules));
            if (knowsItsLog(known)) {
                return Optional.of(known);
            }
            writer.write(
                    KEY + known.getNumber(),
                    known.toBuilder()
                            .setClusterId(ratings.clusterId())
                            .setRatingsTopicId(ratings.id())
                            .build());
            return Optional.empty();
        }
    }

    private static Generation first(EventRules rules) {
        return Generation.newBuilder()
                .setNumber(1)
                .setState(GenerationState.GENERATION_STATE_LIVE)
                .setRules(rules.toMessage())
                .build();
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
