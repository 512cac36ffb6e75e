package com.movieexample.bench.intake;

import com.movieexample.bench.workload.EventTexts;
import com.movieexample.bench.workload.WorkloadEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The good lines' events as the log holds them. */
final class ReadyMessages {
    private ReadyMessages() {}

    static List<ProducerRecord<byte[], byte[]>> of(Sending sending) {
        String topic = sending.topics().ratings().name();
        EventTexts texts = new EventTexts();
        List<ProducerRecord<byte[], byte[]>> records =
                new ArrayList<>(sending.lines().good());
        for (WorkloadEvent event : sending.lines().events()) {
            records.add(new ProducerRecord<>(
                    topic,
                    texts.key(event).getBytes(StandardCharsets.UTF_8),
                    texts.message(event).toByteArray()));
        }
        return records;
    }
}
