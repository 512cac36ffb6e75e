package com.movieexample.runtime.kafka;

import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers every few seconds, on a thread of its own, and remembers whether they answered. Another cluster than
 * the first that answered, behind the same address, counts as none: nothing here is of that one.
 */
public final class KafkaCheck implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaCheck.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int UNANSWERED_WHEN_AWAY = 2;

    private static final CheckResult NOT_YET = CheckResult.failing("Kafka has not answered yet");

    private final ClusterProbe probe;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "kafka-check");
    private volatile CheckResult last = NOT_YET;
    private volatile int unanswered;

    /** The first cluster that answered; only for the thread. */
    private String firstCluster;

    /**
     * @param clientSettings of a Kafka client, {@code bootstrap.servers} at least
     * @param interval from one question to the next
     */
    public KafkaCheck(Map<String, ?> clientSettings, Duration interval) {
        this(new AdminProbe(clientSettings, TIMEOUT), interval);
    }

    KafkaCheck(ClusterProbe probe, Duration interval) {
        this.probe = probe;
        this.interval = interval;
        thread.setDaemon(true);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public CheckResult check() {
        return last;
    }

    /** For a service that answers on without Kafka, from what it has: degraded at worst. */
    public CheckResult checkOfReader() {
        CheckResult result = last;
        return result.isReady() ? result : CheckResult.degraded(result.detail());
    }

    /**
     * Why it is no use to write to Kafka now; empty while it may be. It takes two questions in a row without an answer:
     * one may have met a pause that a write would survive, and refusing that write would be the greater harm. The first
     * answer ends it.
     */
    public Optional<String> away() {
        CheckResult result = last;
        return unanswered >= UNANSWERED_WHEN_AWAY ? Optional.of(result.detail()) : Optional.empty();
    }

    private void run() {
        try (probe) {
            do {
                take(ask());
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckResult ask() throws InterruptedException {
        try {
            return sameCluster(probe.ask());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return CheckResult.failing(String.valueOf(e.getMessage()));
        }
    }

    private CheckResult sameCluster(String cluster) {
        if (firstCluster == null) {
            firstCluster = cluster;
        }
        return cluster.equals(firstCluster)
                ? CheckResult.ok()
                : CheckResult.failing(
                        "the brokers are cluster %s now, expected %s as at the start; bring that back, or restart with the right brokers"
                                .formatted(cluster, firstCluster));
    }

    private void take(CheckResult result) {
        boolean asExpected = last.equals(NOT_YET) && result.status() == CheckResult.Status.OK;
        if (result.status() != last.status() && !asExpected) {
            LOG.info("Kafka is {} {}", result.status().shown(), result.detail());
        }
        // First: who sees an answer in the other must not count questions that came before it.
        unanswered = result.isReady() ? 0 : unanswered + 1;
        last = result;
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
