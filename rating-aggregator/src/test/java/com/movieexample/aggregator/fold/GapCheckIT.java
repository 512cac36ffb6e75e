package com.movieexample.aggregator.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test has a partition of its own. */
class GapCheckIT {
    private static MarqueeLog log;
    private static RawTopic ratings;
    private static GapCheck check;

    @BeforeAll
    static void open() {
        log = TestLogs.open("gaps", 4);
        ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        check = new GapCheck(log.clients(), ratings.name());
    }

    private static List<ProducerRecord<byte[], byte[]>> records(int partition, int count) {
        byte[] bytes = "any".getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record = ratings.entry(partition, bytes, bytes);
        return List.of(record, record, record).subList(0, count);
    }

    @Test
    void markersLeaveNothingInAGap() throws Exception {
        ratings.commit(records(0, 1));
        ratings.commit(records(0, 1));

        assertThatCode(() -> check.requireEmpty(0, 1, 2)).doesNotThrowAnyException();
    }

    @Test
    void abortedRecordsAreNothingThatWasSkipped() throws Exception {
        ratings.append(records(1, 1));
        ratings.abort(records(1, 3));
        ratings.abort(records(1, 2));
        ratings.append(records(1, 1));

        // 0, three aborted and a marker, two aborted and a marker: the last record is at 8.
        assertThatCode(() -> check.requireEmpty(1, 1, 8)).doesNotThrowAnyException();
        assertThat(check.firstRecord(1, 1, 9)).contains(8L);
    }

    @Test
    void aRecordInAGapWasSkipped() throws Exception {
        ratings.commit(records(2, 1));
        ratings.abort(records(2, 1));
        ratings.append(records(2, 3));

        assertThat(check.firstRecord(2, 1, 6)).contains(4L);
        assertThat(check.firstRecord(2, 5)).contains(5L);
        assertThat(check.firstRecord(2, 7)).isEmpty();
        assertThatThrownBy(() -> check.requireEmpty(2, 1, 6))
                .isInstanceOf(SkippedEventsException.class)
                .hasMessage("%s/2: the fold expected offset 1 and was given 6, but the log holds a record at 4. "
                                .formatted(ratings.name())
                        + "It starts again from what it has committed.");
    }

    @Test
    void aSilentKafkaEndsTheLookInBoundedTime() {
        GapCheck alone = new GapCheck(TestLogs.unreachable().clients(), ratings.name(), Duration.ofMillis(300));

        assertThatThrownBy(() -> alone.requireEmpty(0, 1, 6))
                .isInstanceOf(UncertainGapException.class)
                .hasMessageStartingWith(ratings.name() + "/0: the fold expected offset 1 and was given 6, and Kafka ");
    }

    @Test
    void whatWasDeletedFromTheLogCountsAsSkipped() throws Exception {
        ratings.append(records(3, 3));
        ratings.deleteBefore(3, 2);

        assertThatThrownBy(() -> check.requireEmpty(3, 0, 2)).isInstanceOf(SkippedEventsException.class);
        assertThatCode(() -> check.requireEmpty(3, 2, 2)).doesNotThrowAnyException();
    }
}
