package com.movieexample.topics.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicProvisioningIT {
    private final KafkaClients clients = SharedBroker.clients();
    private final Topics topics = new Topics(SharedBroker.uniqueName("p") + ".", 6, 2);
    private final Admin admin = clients.admin("test");

    @AfterEach
    void closeAdmin() {
        admin.close();
    }

    private void ensure() {
        new TopicProvisioning(admin, clients.bootstrapServers(), Optional.empty()).ensure(topics.all());
    }

    private int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get(name).value();
    }

    @Test
    void createsWhatIsMissing() throws Exception {
        ensure();

        String ratings = topics.ratings().name();
        assertThat(partitions(ratings)).isEqualTo(6);
        assertThat(setting(ratings, "cleanup.policy")).isEqualTo("delete");
        assertThat(setting(ratings, "retention.ms")).isEqualTo("-1");
        assertThat(setting(ratings, "retention.bytes")).isEqualTo("-1");
        assertThat(setting(ratings, "message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(partitions(topics.movieMetadata().name())).isEqualTo(2);
        for (TopicDefinition<?, ?> compacted :
                List.of(topics.movieMetadata(), topics.deadLetters(), topics.control())) {
            assertThat(setting(compacted.name(), "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(compacted.name(), "delete.retention.ms")).isEqualTo("604800000");
        }
    }

    @Test
    void leavesWhatIsThere() throws Exception {
        new RawTopic(clients, topics.movieMetadata().name())
                .create(2, Map.of("cleanup.policy", "compact", "delete.retention.ms", "1000"));

        ensure();
        ensure();

        assertThat(setting(topics.movieMetadata().name(), "delete.retention.ms"))
                .isEqualTo("1000");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("cleanup.policy", "compact", "delete"),
                Arguments.of("retention.ms", "604800000", "-1"),
                Arguments.of("retention.bytes", "1000000", "-1"),
                Arguments.of("message.timestamp.type", "CreateTime", "LogAppendTime"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesRatingsWithAnotherSetting(String name, String found, String expected) throws Exception {
        Map<String, String> settings = new HashMap<>(topics.ratings().required());
        settings.put(name, found);
        String ratings = topics.ratings().name();
        new RawTopic(clients, ratings).create(6, settings);

        assertThatThrownBy(this::ensure)
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageStartingWith("topic %s has %s=%s, expected %s. ", ratings, name, found, expected)
                .hasMessageEndingWith("--alter --topic %s --add-config %s=%s", ratings, name, expected);
    }

    @Test
    void refusesAnotherNumberOfPartitions() throws Exception {
        String ratings = topics.ratings().name();
        new RawTopic(clients, ratings).create(4, topics.ratings().required());

        assertThatThrownBy(this::ensure)
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageStartingWith("topic %s has partitions=4, expected 6. Start with", ratings);
    }

    @Test
    @Timeout(40)
    void saysWhereNoBrokerAnswers() throws IOException {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }

        assertThatThrownBy(() -> open(nobody))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageStartingWith("no Kafka broker answered at " + nobody + ": ");
    }

    @Test
    void saysWhichAddressIsNone() {
        assertThatThrownBy(() -> open("nobody.invalid:9092"))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageStartingWith("no Kafka broker answered at nobody.invalid:9092: No resolvable bootstrap");
    }

    @Test
    void saysWhatTheClusterRefuses() {
        LogOpening tooManyReplicas = new LogOpening(clients, topics, EventRules.DEFAULT, Optional.of((short) 3));

        assertThatThrownBy(tooManyReplicas::open)
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageStartingWith("Kafka at " + clients.bootstrapServers() + " refused: ")
                .hasMessageContaining("3");
    }

    private void open(String address) {
        new LogOpening(new KafkaClients(address, Map.of()), topics, EventRules.DEFAULT, Optional.empty()).open();
    }
}
