package com.movieexample.bench.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.movieexample.api.v1.RatingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lines in memory, cut already, that are parsed and sent one by one. */
final class ParsedLines {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(PlainLine.class);

    private final String topic;
    private final List<byte[]> lines;

    private ParsedLines(String topic, List<byte[]> lines) {
        this.topic = topic;
        this.lines = lines;
    }

    static ParsedLines of(Sending sending) {
        List<byte[]> lines = new ArrayList<>(sending.size());
        sending.lines().forEach(line -> lines.add(line.getBytes(StandardCharsets.UTF_8)));
        return new ParsedLines(sending.topics().ratings().name(), lines);
    }

    /** @return how many were refused */
    @SuppressWarnings("FutureReturnValueIgnored") // what the log has is compared afterwards
    int sendTo(Producer<byte[], byte[]> producer) {
        int refused = 0;
        for (byte[] line : lines) {
            try {
                RatingEvent event = JSON.<PlainLine>readValue(line).toMessage();
                byte[] key = (event.getRecordType() + "/" + event.getRecordId()).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, event.toByteArray()));
            } catch (IOException | IllegalArgumentException e) {
                refused++;
            }
        }
        return refused;
    }
}
