package com.movieexample.ingester.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.ingester.router.Outgoing.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final Outgoing SECOND = outgoing(2, Optional.empty());
    private static final Outgoing FIRST = outgoing(1, Optional.of(SECOND));

    private final FailingProducer producer = new FailingProducer();
    private final List<Outgoing> arrived = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries(producer, arrived::add);

    /** Takes everything, but for the records that it is told to fail. */
    private static final class FailingProducer extends MockProducer<byte[], byte[]> {
        private final List<RuntimeException> failures = new ArrayList<>();

        private FailingProducer() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            return failures.isEmpty() ? super.send(record) : CompletableFuture.failedFuture(failures.remove(0));
        }
    }

    private static Outgoing outgoing(int id, Optional<Outgoing> ifTooLarge) {
        byte[] bytes = {(byte) id};
        return new Outgoing(
                new ProducerRecord<>("topic", bytes, bytes), Outcome.COPIED, ifTooLarge.map(other -> () -> other));
    }

    @Test
    void countsWhatHasArrivedAndNothingBefore() {
        deliveries.send(FIRST);
        assertThat(arrived).isEmpty();

        deliveries.await();

        assertThat(arrived).containsExactly(FIRST);
        assertThat(producer.history()).containsExactly(FIRST.record());
    }

    @Test
    void sendsAnotherInPlaceOfOneThatIsTooLarge() {
        producer.failures.add(new RecordTooLargeException("too large"));
        deliveries.send(FIRST);

        deliveries.await();

        assertThat(arrived).containsExactly(SECOND);
        assertThat(producer.history()).containsExactly(SECOND.record());
    }

    @Test
    void whatFailedIsNeverTakenForDone() {
        producer.failures.add(new TimeoutException("no answer"));
        deliveries.send(FIRST);
        deliveries.send(SECOND);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(deliveries::await)
                    .isInstanceOf(KafkaException.class)
                    .hasMessage("topic topic did not take what the router sent")
                    .hasRootCauseMessage("no answer");
        }
    }

    @Test
    void whatIsTooLargeAndHasNothingInItsPlaceFails() {
        producer.failures.add(new RecordTooLargeException("too large"));
        deliveries.send(SECOND);

        assertThatThrownBy(deliveries::await).isInstanceOf(KafkaException.class).hasRootCauseMessage("too large");
    }

    @Test
    void waitsByItselfWhenMuchIsUnderWay() {
        byte[] large = new byte[3 << 20];
        Outgoing some = new Outgoing(new ProducerRecord<>("topic", large, large), Outcome.COPIED, Optional.empty());

        deliveries.send(some);
        assertThat(arrived).isEmpty();
        deliveries.send(some);

        assertThat(arrived).hasSize(2);
    }
}
