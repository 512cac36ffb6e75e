package com.movieexample.bench.solution;

import com.movieexample.api.v1.RatingEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What reading and parsing the log takes: one thread, nothing kept. */
public final class PlainConsumer implements Solution {
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public Outcome aggregate(Input input) throws Exception {
        try (Consumer<byte[], byte[]> consumer = input.clients().readCommitted("bench-consumer")) {
            List<TopicPartition> partitions = IntStream.range(0, input.partitions())
                    .mapToObj(partition ->
                            new TopicPartition(input.topics().ratings().name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            CostMeter meter = new CostMeter();
            long events = 0;
            while (events < input.size()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    events += RatingEvent.parseFrom(record.value()).getUserId().isEmpty() ? 0 : 1;
                }
            }
            return new Outcome(meter.stop(events));
        }
    }
}
