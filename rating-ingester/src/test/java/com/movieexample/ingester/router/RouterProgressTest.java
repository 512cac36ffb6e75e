package com.movieexample.ingester.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.health.CheckResult;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RouterProgressTest {
    private final RouterProgress progress = new RouterProgress();

    @Test
    void aRouterThatKeepsUpIsWell() {
        progress.lagsBehind(9_999);

        assertThat(progress.check()).isEqualTo(CheckResult.ok());
    }

    @Test
    void aRouterThatIsBehindDegradesItsService() {
        progress.lagsBehind(12_345);

        assertThat(progress.check())
                .isEqualTo(CheckResult.degraded("misplaced and bad events wait, the router is 12,345 events behind"));
    }

    @Test
    void aFailureIsToldUntilItIsOver() {
        progress.failed("no answer");
        assertThat(progress.check())
                .isEqualTo(CheckResult.degraded("misplaced and bad events wait, the router failed: no answer"));

        progress.recovered();

        assertThat(progress.check()).isEqualTo(CheckResult.ok());
    }

    @Test
    void knowsThePartitionsThatItHoldsOnly() {
        TopicPartition zero = new TopicPartition("ratings", 0);
        TopicPartition one = new TopicPartition("ratings", 1);
        progress.startsAt(zero, 5);
        progress.startsAt(one, 6);
        progress.committed(Map.of(zero, new OffsetAndMetadata(8)));

        progress.left(List.of(one));

        assertThat(progress.watermarks()).isEqualTo(Map.of(0, 8L));
    }
}
