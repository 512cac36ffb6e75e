package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.rules.EventRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        return change(found -> {
                    Generation known = found.live().orElseGet(() -> first(rules));
                    return knowsItsLog(known)
                            ? List.of()
                            : List.of(known.toBuilder()
                                    .setClusterId(ratings.clusterId())
                                    .setRatingsTopicId(ratings.id())
                                    .build());
                })
                .live()
                .orElseThrow();
    }

    /**
     * Takes a step from what is there: what the step makes of it is written as a whole, and only if nobody else wrote
     * meanwhile; else the step is asked again.
     *
     * @param step the generations that it changes, the one that becomes live first; none to leave all as it is
     * @return all generations after it
     * @throws KafkaUnavailableException when the control topic can't be read or written in time; then the step may be
     *     taken or not
     */
    public GenerationSet change(Function<GenerationSet, List<Generation>> step) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try (ExclusiveWriter<Generation> writer = new ExclusiveWriter<>(clients, control)) {
                    GenerationSet found = all();
                    List<Generation> changed = step.apply(found);
                    if (changed.isEmpty() || writer.write(byKey(changed))) {
                        return found.with(changed);
                    }
                }
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        throw new IllegalStateException("too many processes write to topic " + control.name() + " at the same time");
    }

    private static Map<String, Generation> byKey(List<Generation> changed) {
        Map<String, Generation> records = new LinkedHashMap<>();
        changed.forEach(generation -> records.put(KEY + generation.getNumber(), generation));
        return records;
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
        return all().live();
    }

    /**
     * All that the control topic has.
     *
     * @throws KafkaUnavailableException when it can't be read in time
     */
    public GenerationSet all() {
        SortedMap<Integer, Generation> generations = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("marquee-control")) {
            readAll(consumer, generations);
        } catch (KafkaException e) {
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
        return new GenerationSet(generations);
    }

    private void readAll(Consumer<byte[], byte[]> consumer, SortedMap<Integer, Generation> generations) {
        TopicPartition partition = new TopicPartition(control.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), READ_WITHIN).get(partition);
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (consumer.position(partition, READ_WITHIN) < end) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("topic " + control.name() + " was not read within " + READ_WITHIN);
            }
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> read(control, record)
                            .ifPresent(generation -> generations.put(generation.getNumber(), generation)));
        }
    }

    /** The generation that a record of the control topic is about; empty for one about something else. */
    public static Optional<Generation> read(
            TopicDefinition<String, Generation> control, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null
                || record.value() == null
                || !new String(record.key(), StandardCharsets.UTF_8).startsWith(KEY)) {
            return Optional.empty();
        }
        return Optional.of(control.valueSerde().deserializer().deserialize(control.name(), record.value()));
    }
}
