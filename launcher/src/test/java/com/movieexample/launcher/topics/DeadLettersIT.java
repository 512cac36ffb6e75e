package com.movieexample.launcher.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        try (Producer<byte[], byte[]> producer = log.clients().bytesProducer("test")) {
            for (int offset : new int[] {1, 2, 1, 7}) {
                producer.send(letterOf(offset).toRecord(topic.name())).get();
            }
            byte[] takenOut = "ratings/0:7".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic.name(), takenOut, null)).get();
        }
        ClusterTopics.Found found = new ClusterTopics(log.clients(), log.topics()).read();
        TopicFigures figures = found.topics().stream()
                .filter(each -> each.name().equals(topic.name()))
                .findFirst()
                .orElseThrow();

        assertThat(figures.offsets()).isEqualTo(5);
        assertThat(figures.bytes().getAsLong()).isPositive();
        assertThat(new DeadLetterTopic(log.clients(), topic.name(), Duration.ofSeconds(30)).count())
                .isEqualTo(2);
    }

    private static DeadLetter letterOf(int offset) {
        byte[] garbage = {1};
        return DeadLetter.of(new ConsumerRecord<>("ratings", 0, offset, garbage, garbage), "garbage");
    }
}
