package com.movieexample.bench.intake;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ways of writing the same events to the log without Marquee. */
enum PlainSender {
    /** Keys and messages are bytes already. */
    READY_MESSAGES("a plain producer of ready messages") {
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // what the log has is compared afterwards
        Sent send(Sending sending, Producer<byte[], byte[]> producer) {
            List<ProducerRecord<byte[], byte[]>> records = ReadyMessages.of(sending);
            return timed(producer, () -> {
                records.forEach(producer::send);
                return sending.lines().bad();
            });
        }
    },

    /** The lines are in memory, and are read with Jackson and no more than the most needed checks. */
    PARSED_LINES("a plain producer that parses the lines") {
        @Override
        Sent send(Sending sending, Producer<byte[], byte[]> producer) {
            ParsedLines lines = ParsedLines.of(sending);
            return timed(producer, () -> lines.sendTo(producer));
        }
    };

    private final String label;

    PlainSender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What is to be sent is made before the clock starts. */
    abstract Sent send(Sending sending, Producer<byte[], byte[]> producer);

    /** Hands all events over; how many lines were left out. */
    @FunctionalInterface
    interface HandingOver {
        int run();
    }

    private static Sent timed(Producer<byte[], byte[]> producer, HandingOver handingOver) {
        long start = System.nanoTime();
        int refused = handingOver.run();
        producer.flush();
        return new Sent((System.nanoTime() - start) / 1e9, refused);
    }
}
