package com.movieexample.launcher.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.provisioning.MarqueeLog;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadLettersIT {
    private final MarqueeLog log = TestLogs.open("dead-letters", 2);
    private final TopicDefinition<String, byte[]> topic = log.topics().deadLetters();

    @Test
    void anEventCountsOnceUnderItsOriginAndNoMoreWhenItWasTakenOut() throws Exception {
        try (Producer<String, byte[]> producer = log.clients().producer("test", topic)) {
            for (String origin : new String[] {"ratings/0:1", "ratings/1:1", "ratings/0:1", "ratings/1:7"}) {
                producer.send(new ProducerRecord<>(topic.name(), origin, new byte[] {1}))
                        .get();
            }
            producer.send(new ProducerRecord<>(topic.name(), "ratings/1:7", null))
                    .get();
        }
        ClusterTopics.Found found = new ClusterTopics(log.clients(), log.topics()).read();
        TopicFigures figures = found.topics().stream()
                .filter(each -> each.name().equals(topic.name()))
                .findFirst()
                .orElseThrow();

        assertThat(figures.offsets()).isEqualTo(5);
        assertThat(figures.bytes().getAsLong()).isPositive();
        assertThat(new DeadLetters(log.clients()).count(figures)).isEqualTo(2);
    }
}
