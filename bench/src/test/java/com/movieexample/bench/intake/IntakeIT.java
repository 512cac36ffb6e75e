package com.movieexample.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.workload.NewTopic;
import com.movieexample.testkit.TestBroker;
import com.movieexample.topics.TopicDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contenders on a few thousand lines. */
@Timeout(120)
class IntakeIT {
    private static final IntakeLines LINES = new IntakeLines(7, 3_000);

    @TempDir
    Path folder;

    @Test
    void anIngesterTakesTheGoodLinesOfTwoRequestsOnceAndNamesTheBadOnes() throws Exception {
        try (LoneIngester ingester = LoneIngester.start(TestBroker.bootstrapServers(), folder)) {
            assertThat(ingester.take(LINES)).isPositive();
            assertThat(ingester.take(new IntakeLines(8, 2_000))).isPositive();

            ingester.checkCounts(Files.createDirectory(folder.resolve("counts")));
            assertThat(ingester.jvm().heapMebibytes()).isBetween(1.0, (double) LoneIngester.HEAP_MIB);
        }
    }

    @ParameterizedTest
    @EnumSource(PlainSender.class)
    void aPlainProducerSendsTheGoodLines(PlainSender sender) throws Exception {
        Sending sending = newTopic(LINES);

        Sent sent = send(sender, sending);

        assertThat(sent.refused()).isEqualTo(LINES.bad());
        contents(sending).requireNext("sender", LINES.events());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 2_969})
    void aGoodEventThatTheLogLacksIsAWrongAnswer(int left) throws Exception {
        Sending sending = newTopic(LINES);
        List<ProducerRecord<byte[], byte[]>> records = ReadyMessages.of(sending);
        records.remove(left);
        try (Producer<byte[], byte[]> producer = sending.clients().bytesProducer("test")) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }

        assertThatThrownBy(() -> contents(sending).requireNext("sender", LINES.events()))
                .isInstanceOf(WrongAnswerException.class)
                .hasMessageContaining(topicOf(sending).name())
                .hasMessageContaining("WorkloadEvent");
    }

    @Test
    void anEventThatTheLogHasTwiceIsAWrongAnswer() throws Exception {
        Sending sending = newTopic(LINES);
        send(PlainSender.READY_MESSAGES, sending);
        LogContents contents = contents(sending);
        contents.requireNext("sender", LINES.events());
        send(PlainSender.READY_MESSAGES, sending);

        assertThatThrownBy(() -> contents(sending).requireNext("sender", LINES.events()))
                .isInstanceOf(WrongAnswerException.class)
                .hasMessageContaining(
                        "nothing more was to be written at " + topicOf(sending).name());
        contents.requireNext("the second time", LINES.events());
    }

    private static Sending newTopic(IntakeLines lines) throws Exception {
        Sending sending = new Sending(
                TestBroker.bootstrapServers(), "intake-" + UUID.randomUUID() + ".", 2, lines.seed(), lines.size());
        try (Admin admin = sending.clients().admin("test")) {
            NewTopic.create(sending.clients(), admin, topicOf(sending));
        }
        return sending;
    }

    private static Sent send(PlainSender sender, Sending sending) {
        try (Producer<byte[], byte[]> producer = sending.clients().bytesProducer("test")) {
            return sender.send(sending, producer);
        }
    }

    private static LogContents contents(Sending sending) {
        return new LogContents(sending.clients(), topicOf(sending));
    }

    private static TopicDefinition<?, ?> topicOf(Sending sending) {
        return sending.topics().ratings();
    }
}
