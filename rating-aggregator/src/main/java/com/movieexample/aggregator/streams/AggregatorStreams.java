package com.movieexample.aggregator.streams;

import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running application. One that fails is closed and started again from what it has committed, after a pause that
 * grows while it keeps failing. It is given up only when the log or the changelogs are others than the state folder was
 * built from, which is looked at before each start and every few seconds. All of it is started anew and not the failed thread alone: as a static
 * member the new one then takes its old name and its partitions at once. Owns the application; thread-safe.
 */
public final class AggregatorStreams implements Component {
    private static final Logger log = LoggerFactory.getLogger(AggregatorStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final long FIRST_PAUSE_MS = 500;

    /** Short, for Kafka may come back at any moment: nobody is to wait for a pause rather than for Kafka. */
    private static final long LONGEST_PAUSE_MS = 4_000;

    /** How often a running application's topics are compared with those it was built from. */
    private static final long COMPARE_EVERY_MS = 5_000;

    /** One that ran for so long before it failed begins with the first pause again. */
    private static final long STEADY_NS = TimeUnit.MINUTES.toNanos(1);

    private final MarqueeLog marqueeLog;
    private final StreamsConfiguration configuration;
    private final RocksMemory memory;
    private final Supplier<Topology> topology;
    private final Supplier<Optional<HostInfo>> self;
    private final Consumer<KafkaStreams> onMade;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "aggregator-supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private Properties properties;
    private StateGuard guard;
    private long pauseMs = FIRST_PAUSE_MS;
    private long startedAt;
    private boolean closed;
    private volatile KafkaStreams streams;
    private volatile Throwable failure;
    private volatile String refusal;
    /** Whether the application as it is now has had its partitions. */
    private volatile boolean hasRun;

    /**
     * @param self how other instances reach this one, asked at the start; empty if nobody asks it
     * @param onMade is given each new application before it starts, to bind its metrics
     */
    public AggregatorStreams(
            MarqueeLog marqueeLog,
            StreamsConfiguration configuration,
            RocksMemory memory,
            Supplier<Topology> topology,
            Supplier<Optional<HostInfo>> self,
            Consumer<KafkaStreams> onMade) {
        this.marqueeLog = marqueeLog;
        this.configuration = configuration;
        this.memory = memory;
        this.topology = topology;
        this.self = self;
        this.onMade = onMade;
    }

    @Override
    public String name() {
        return "ratings-fold";
    }

    /** @throws LogMismatchException when the state folder was built from another log, or other changelogs */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a comparison reports its own failure
    public synchronized void start() throws IOException {
        guard = new StateGuard(marqueeLog, configuration.stateDir());
        guard.open();
        properties =
                configuration.toProperties(marqueeLog, memory, InstanceId.of(configuration.stateDir()), self.get());
        startStreams();
        supervisor.scheduleWithFixedDelay(this::compare, COMPARE_EVERY_MS, COMPARE_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void startStreams() {
        KafkaStreams made = new KafkaStreams(topology.get(), properties);
        made.setUncaughtExceptionHandler(this::onFailure);
        made.setStateListener((to, from) -> onState(to));
        onMade.accept(made);
        hasRun = false;
        streams = made;
        startedAt = System.nanoTime();
        made.start();
    }

    private StreamThreadExceptionResponse onFailure(Throwable cause) {
        log.error("the fold failed and will start again", cause);
        failure = cause;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized void onState(State to) {
        if (to == State.ERROR && !closed) {
            restartLater();
        } else if (to == State.RUNNING) {
            failure = null;
            hasRun = true;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a restart reports its own failure
    private void restartLater() {
        if (System.nanoTime() - startedAt > STEADY_NS) {
            pauseMs = FIRST_PAUSE_MS;
        }
        supervisor.schedule(this::restart, pauseMs, TimeUnit.MILLISECONDS);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }

    private void restart() {
        try {
            closeStreams();
            guard.open();
            startAgain();
        } catch (LogMismatchException e) {
            refuse(e);
        } catch (IOException | RuntimeException e) {
            failedToStartAgain(e);
        }
    }

    private void closeStreams() {
        if (!streams.close(CloseOptions.timeout(CLOSE_TIMEOUT))) {
            throw new IllegalStateException("the fold did not stop within " + CLOSE_TIMEOUT.toSeconds() + " s");
        }
    }

    private synchronized void startAgain() {
        if (!closed && refusal == null) {
            startStreams();
        }
    }

    private synchronized void failedToStartAgain(Exception cause) {
        if (!closed) {
            log.error("the fold could not be started again", cause);
            failure = cause;
            restartLater();
        }
    }

    private void compare() {
        try {
            if (refusal == null) {
                guard.compare();
            }
        } catch (LogMismatchException e) {
            refuse(e);
        } catch (IOException | RuntimeException e) {
            log.debug("the fold's topics could not be compared with those of its state folder", e);
        }
    }

    /** For good: whatever it would go on to write would be wrong. */
    private void refuse(LogMismatchException reason) {
        log.error("the fold stops: {}", reason.getMessage());
        refusal = reason.getMessage();
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    /** The application as it is now; another one after it was started again. */
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public CheckResult check() {
        if (refusal != null) {
            return CheckResult.dead(refusal);
        }
        Throwable cause = failure;
        if (cause != null) {
            return CheckResult.failing("failed and is being started again: " + rootOf(cause));
        }
        KafkaStreams running = streams;
        if (running == null) {
            return CheckResult.failing("not started");
        }
        State state = running.state();
        if (state == State.RUNNING) {
            return CheckResult.ok();
        }
        String detail = "is " + state.name().toLowerCase(Locale.ROOT);
        // Each time that an instance comes or goes, all others rebalance: they answer meanwhile.
        return state == State.REBALANCING && hasRun ? CheckResult.degraded(detail) : CheckResult.failing(detail);
    }

    private static String rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Closes it for good, and removes what it kept in the state folder. */
    public void retire() throws IOException {
        close(StreamsConfiguration.leaving(CLOSE_TIMEOUT));
        removeState(configuration.stateDir(), marqueeLog.topics().applicationId(marqueeLog.generation()));
    }

    /** Removes what an application kept in a state folder, while nobody has it open. */
    public static void removeState(Path stateDir, String applicationId) throws IOException {
        StateFolder.remove(stateDir, applicationId);
    }

    @Override
    public void close() {
        close(configuration.closing(CLOSE_TIMEOUT));
    }

    private void close(CloseOptions options) {
        synchronized (this) {
            closed = true;
        }
        supervisor.shutdownNow();
        KafkaStreams running = streams;
        if (running != null && !running.close(options)) {
            log.warn("the fold did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
        if (guard != null) {
            guard.close();
        }
    }
}
