package com.movieexample.bench.solution;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** What Kafka Streams takes for itself: a processor that does nothing, exactly once. */
public final class EmptyTopology implements Solution {
    @Override
    public Outcome aggregate(Input input) throws Exception {
        Topology topology = new Topology()
                .addSource(
                        "log",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        input.topics().ratings().name())
                .addProcessor("nothing", Nothing::new, "log");
        return new Outcome(new StreamsRun(input).untilCaughtUp(topology));
    }

    private static final class Nothing implements Processor<byte[], byte[], Void, Void> {
        @Override
        public void process(Record<byte[], byte[]> record) {}
    }
}
