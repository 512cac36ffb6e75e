package com.movieexample.ingester.router;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What was sent and is not known to have arrived. Does not own the producer; not thread-safe. */
final class Deliveries {
    /** More than this on the way would only take memory. */
    private static final long FULL_BYTES = 8L << 20;

    private static final int FULL_COUNT = 10_000;

    private final Producer<byte[], byte[]> producer;
    private final Consumer<Outgoing> arrived;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private long bytes;

    private record Sent(Outgoing outgoing, Future<RecordMetadata> future) {}

    /** @param arrived told of each record that its topic has */
    Deliveries(Producer<byte[], byte[]> producer, Consumer<Outgoing> arrived) {
        this.producer = producer;
        this.arrived = arrived;
    }

    /** Waits for those before it when there are many. */
    void send(Outgoing outgoing) {
        hand(outgoing);
        bytes += outgoing.bytes();
        if (bytes > FULL_BYTES || underWay.size() >= FULL_COUNT) {
            await();
        }
    }

    private void hand(Outgoing outgoing) {
        underWay.add(new Sent(outgoing, producer.send(outgoing.record())));
    }

    /**
     * Returns when everything that was sent has arrived, it or what stands in for it.
     *
     * @throws KafkaException if something did not; then this one and every later call fail
     */
    void await() {
        while (!underWay.isEmpty()) {
            producer.flush();
            for (int i = underWay.size(); i > 0; i--) {
                confirm(underWay.element()).map(Supplier::get).ifPresent(this::hand);
                // Not before: what failed once must never be taken for done.
                underWay.remove();
            }
        }
        bytes = 0;
    }

    /** What is to be sent in its place, if anything. */
    private Optional<Supplier<Outgoing>> confirm(Sent sent) {
        try {
            sent.future().get();
            arrived.accept(sent.outgoing());
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException
                    && sent.outgoing().ifTooLarge().isPresent()) {
                return sent.outgoing().ifTooLarge();
            }
            throw new KafkaException(
                    "topic " + sent.outgoing().record().topic() + " did not take what the router sent", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
