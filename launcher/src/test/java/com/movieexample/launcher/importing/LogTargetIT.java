package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestTopics;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.provisioning.TopicProvisioning;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTargetIT {
    private static final RatingEvent RATING = MovieLensRatings.read(List.of("7", "5", "4.5", "964982703"));
    private static final Metadata MOVIE =
            Metadata.newBuilder().setId("5").setTitle("Low Tide").build();

    private KafkaClients clients;
    private String prefix;

    @BeforeEach
    void nameTopics() {
        clients = new KafkaClients(TestBroker.bootstrapServers(), Map.of());
        prefix = TestTopics.uniqueName("import") + ".";
    }

    @Test
    void whatIsPutIsInTheLogUnderItsKey() throws Exception {
        MarqueeLog log = new ExistingLog(clients, prefix).open();
        try (LogTarget target = new LogTarget(log)) {
            Position movie = target.put(MOVIE).join();
            Position rating = target.put(RATING).join();

            ConsumerRecord<byte[], byte[]> movieRecord = read(movie);
            assertThat(movieRecord.key()).asString().isEqualTo("5");
            assertThat(Metadata.parseFrom(movieRecord.value())).isEqualTo(MOVIE);
            ConsumerRecord<byte[], byte[]> ratingRecord = read(rating);
            assertThat(ratingRecord.key()).asString().isEqualTo("movie/5");
            assertThat(RatingEvent.parseFrom(ratingRecord.value())).isEqualTo(RATING);
            assertThat(rating.partition())
                    .isEqualTo(Partitioning.partitionOf(RecordKey.movie("5").bytes(), 6));
        }
    }

    @Test
    void whatTheServicesRefuseIsRefused() {
        try (LogTarget target = new LogTarget(new ExistingLog(clients, prefix).open())) {
            assertThatThrownBy(() ->
                            target.put(RATING.toBuilder().setValue(470).build()).join())
                    .hasCauseInstanceOf(LineRejectedException.class)
                    .hasMessageContaining("value is \"4.7\", expected 0.5 to 5 in steps of 0.5");
            assertThatThrownBy(() ->
                            target.put(MOVIE.toBuilder().setTitle("").build()).join())
                    .hasCauseInstanceOf(LineRejectedException.class)
                    .hasMessageContaining("title is empty");
        }
    }

    @Test
    void anExistingLogKeepsItsNumbersOfPartitions() {
        try (Admin admin = clients.admin("test")) {
            new TopicProvisioning(admin, clients.bootstrapServers(), Optional.empty())
                    .ensure(new Topics(prefix, 4, 2).all());
        }

        Topics topics = new ExistingLog(clients, prefix).open().topics();

        assertThat(topics).isEqualTo(new Topics(prefix, 4, 2));
    }

    private ConsumerRecord<byte[], byte[]> read(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        try (Consumer<byte[], byte[]> consumer = clients.readCommitted("test")) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            return consumer.poll(Duration.ofSeconds(30)).records(partition).get(0);
        }
    }
}
