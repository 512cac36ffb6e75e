package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitioningTest {
    /** These vectors are public: a client in another language can check itself by them. */
    @ParameterizedTest
    @CsvSource({
        "movie/603, 6, 5", "movie/1, 6, 3", "movie/AC%2FDC, 6, 5", "movie/100%25, 6, 0",
        "movie/Amélie, 6, 1", "movie/七人の侍, 6, 4", "series/603, 6, 5", "movie/603, 1, 0"
    })
    void placesKeysWhereKafkasOwnPartitionerDoes(String key, int partitions, int partition) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);

        assertThat(Partitioning.partitionOf(bytes, partitions))
                .isEqualTo(partition)
                .isEqualTo(BuiltInPartitioner.partitionForKey(bytes, partitions));
    }
}
