package com.movieexample.topics.view;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one poll brought.
 *
 * @param readable the records to write, in the order of each partition
 * @param ends for each partition that moved, how far it was read and which end was stable then
 */
record PolledRecords(List<ConsumerRecord<byte[], byte[]>> readable, Map<Integer, End> ends) {
    record End(long position, long stableEnd) {}
}
