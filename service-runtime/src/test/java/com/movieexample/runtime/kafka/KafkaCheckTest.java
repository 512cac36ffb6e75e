package com.movieexample.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.health.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KafkaCheckTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Brokers brokers = new Brokers();
    private final KafkaCheck check = new KafkaCheck(brokers, OFTEN);

    private static final class Brokers implements ClusterProbe {
        private final AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());
        private volatile String cluster = "one";
        private volatile boolean closed;

        @Override
        public String ask() {
            failure.get().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            return cluster;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void failsUntilTheBrokersHaveAnswered() {
        assertThat(check.check()).isEqualTo(CheckResult.failing("Kafka has not answered yet"));
    }

    @Test
    void followsTheBrokers() {
        check.start();
        await().until(() -> check.check().equals(CheckResult.ok()));
        brokers.failure.set(Optional.of("no answer"));
        await().until(() -> check.check().equals(CheckResult.failing("no answer")));
        brokers.failure.set(Optional.empty());
        await().until(() -> check.check().equals(CheckResult.ok()));
        check.close();
        assertThat(brokers.closed).isTrue();
    }

    /** Answers as it is told, and notes before each answer whether Kafka is thought to be away. */
    private static final class ToldBrokers implements ClusterProbe {
        private final List<Boolean> answers;
        private final List<Boolean> away = new CopyOnWriteArrayList<>();
        private volatile KafkaCheck check;

        private ToldBrokers(Boolean... answers) {
            this.answers = List.of(answers);
        }

        @Override
        public String ask() {
            int question = away.size();
            if (question <= answers.size()) {
                away.add(check.away().isPresent());
            }
            if (question < answers.size() && !answers.get(question)) {
                throw new IllegalStateException("no answer");
            }
            return "cluster";
        }

        @Override
        public void close() {}
    }

    @Test
    void thinksThatKafkaIsAwayOnceTwoQuestionsInARowHadNoAnswer() {
        ToldBrokers told = new ToldBrokers(false, true, false, false, false, true);
        try (KafkaCheck asking = new KafkaCheck(told, OFTEN)) {
            told.check = asking;
            asking.start();

            await().untilAsserted(
                            () -> assertThat(told.away).containsExactly(false, false, false, false, true, true, false));
        }
    }

    @Test
    void saysWhyKafkaIsThoughtToBeAway() {
        brokers.failure.set(Optional.of("no answer"));
        check.start();

        await().untilAsserted(() -> assertThat(check.away()).contains("no answer"));
        check.close();
    }

    @Test
    void failsWhileAnotherClusterAnswers() {
        check.start();
        await().until(() -> check.check().equals(CheckResult.ok()));
        brokers.cluster = "other";
        await().until(() -> check.check()
                .equals(CheckResult.failing("the brokers are cluster other now, expected one as at the start;"
                        + " bring that back, or restart with the right brokers")));
        brokers.cluster = "one";
        await().until(() -> check.check().equals(CheckResult.ok()));
        check.close();
    }

    @Test
    void closesWithoutHavingStarted() {
        check.close();
        assertThat(check.check().isReady()).isFalse();
    }

    @Test
    void namesTheBrokersThatDoNotAnswer() {
        AdminProbe probe = new AdminProbe(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(200));
        try (KafkaCheck real = new KafkaCheck(probe, OFTEN)) {
            real.start();
            await().untilAsserted(() -> assertThat(real.check())
                    .isEqualTo(CheckResult.failing("no answer from 127.0.0.1:1 within 200 ms")));
        }
    }
}
