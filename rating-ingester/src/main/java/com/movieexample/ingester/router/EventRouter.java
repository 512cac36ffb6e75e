package com.movieexample.ingester.router;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log with a group of its own, which all rating-ingesters share, and sees to it that no event is lost that
 * doesn't count where it stands: a misplaced one is copied to its right place, a bad one becomes a dead letter. Whatever
 * fails is tried again from what was committed, after a growing pause. Thread-safe.
 */
public final class EventRouter implements Component {
    private static final Logger log = LoggerFactory.getLogger(EventRouter.class);
    private static final String NAME = "router";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(6);

    private final MarqueeLog marquee;
    private final Metrics metrics;
    private final Routes routes;
    private final RouterMetrics events;
    private final RouterProgress progress = new RouterProgress();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, NAME);
    private Duration pause = FIRST_PAUSE;

    /** @param rules of the live generation, now */
    public EventRouter(MarqueeLog marquee, Supplier<EventRules> rules, Metrics metrics) {
        this.marquee = marquee;
        this.metrics = metrics;
        this.routes = new Routes(marquee.topics(), rules);
        this.events = new RouterMetrics(metrics.registry());
        metrics.lag(NAME, progress::lag);
        thread.setDaemon(true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public CheckResult check() {
        return progress.check();
    }

    /** As operators see it; of each partition that it holds the next offset that is not known to be routed. */
    public ViewDescription describe() {
        CheckResult check = check();
        return ViewDescription.newBuilder()
                .setName(NAME)
                .setTopic(marquee.topics().ratings().name())
                .setState(check.status() == CheckResult.Status.OK ? "live" : "stalled")
                .setDetail(check.detail())
                .putAllWatermarks(progress.watermarks())
                .build();
    }

    private void run() {
        while (!isStopped()) {
            try {
                routeUntilStopped();
            } catch (RuntimeException e) {
                recover(e);
            } catch (Error e) {
                progress.failed("its thread died: " + e);
                throw e;
            }
        }
    }

    private void routeUntilStopped() {
        try (RouterSession session = newSession()) {
            session.join(marquee.topics().ratings().name());
            while (!isStopped()) {
                session.routeSome();
                if (progress.check().status() == CheckResult.Status.OK) {
                    pause = FIRST_PAUSE;
                }
            }
            session.commit();
        }
    }

    private RouterSession newSession() {
        Producer<byte[], byte[]> producer = marquee.clients().bytesProducer("marquee-router-writer");
        metrics.bindKafkaClient("router-writer", producer);
        Consumer<byte[], byte[]> consumer = marquee.clients()
                .readCommittedInGroup("marquee-router", marquee.topics().routerGroup());
        metrics.kafkaConsumers(NAME).accept(consumer);
        return new RouterSession(consumer, producer, routes, progress, events);
    }

    private void recover(RuntimeException failure) {
        if (isStopped()) {
            log.debug("the router stopped before it could commit", failure);
            return;
        }
        log.warn("the router failed and starts again in {} ms: {}", pause.toMillis(), reason(failure));
        log.debug("the failure of the router", failure);
        progress.failed(reason(failure));
        rest();
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.getMessage() : failure.getMessage() + ": " + cause.getMessage();
    }

    private void rest() {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Finishes what is under way, unless the brokers keep it waiting for too long. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(STOPPED_WITHIN.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(STOPPED_WITHIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
