package com.movieexample.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Apache Kafka broker, with its controller, in this JVM. Thread-safe. Owns its data folder, its ports and its
 * threads from {@link #start} to {@link #close}. Records survive a killed process, not a lost disk.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final EmbeddedBrokerConfig config;
    private final String clusterId;
    private final FolderLock lock;
    private final KafkaNode node;
    private volatile boolean closed;

    private EmbeddedBroker(EmbeddedBrokerConfig config, String clusterId, FolderLock lock, KafkaNode node) {
        this.config = config;
        this.clusterId = clusterId;
        this.lock = lock;
        this.node = node;
    }

    /**
     * Starts a broker and waits until it takes requests. A new folder is formatted; a used one keeps its cluster id and
     * its records, also on other ports.
     *
     * @throws DataFolderInUseException when another broker runs on the folder
     * @throws PortTakenException when a port is taken
     * @throws BrokerStartException when it does not start for another reason, interruption included
     */
    public static EmbeddedBroker start(EmbeddedBrokerConfig config) {
        try {
            return start(config, FolderLock.acquire(config.dataDir()));
        } catch (IOException e) {
            throw failedStart(config, e);
        }
    }

    private static EmbeddedBroker start(EmbeddedBrokerConfig config, FolderLock lock) {
        EmbeddedBroker broker;
        try {
            EmbeddedBrokerConfig settled = Ports.settle(config);
            Path logDir = config.dataDir().resolve("log");
            if (LogStorage.wasKilled(logDir)) {
                fenceKilledBroker(settled, logDir);
            }
            String clusterId = LogStorage.prepare(logDir);
            broker = new EmbeddedBroker(settled, clusterId, lock, KafkaNode.broker(settled, logDir));
        } catch (Exception e) {
            release(lock);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw e instanceof BrokerStartException known ? known : failedStart(config, e);
        }
        broker.run();
        return broker;
    }

    /** Before the broker is made, since from then on it believes what the log says that it leads. */
    private static void fenceKilledBroker(EmbeddedBrokerConfig config, Path logDir) throws InterruptedException {
        KafkaNode controller = KafkaNode.loneController(config, logDir);
        try {
            controller.start();
        } catch (ExecutionException e) {
            throw failedStart(config, controller.startError().orElse(e.getCause()));
        } finally {
            controller.stop(STOP_LIMIT);
        }
    }

    private void run() {
        try {
            node.start();
        } catch (ExecutionException e) {
            close();
            throw failedStart(config, node.startError().orElse(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw failedStart(config, e);
        }
        log.info(
                "broker ready at {}, controller port {}, cluster {}, data in {}",
                bootstrapServers(),
                controllerPort(),
                clusterId,
                config.dataDir());
    }

    /** What clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return HostPort.of(config.host(), config.port());
    }

    /** The id that the data folder got when it was formatted. */
    public String clusterId() {
        return clusterId;
    }

    public int port() {
        return config.port();
    }

    public int controllerPort() {
        return config.controllerPort();
    }

    /** Whether it has neither been closed nor given up. Cheap. */
    public boolean isRunning() {
        return !closed && failure().isEmpty();
    }

    /** Why the broker gave up by itself; empty while it has not. It must still be closed. */
    public Optional<BrokerFailedException> failure() {
        return node.failure();
    }

    /**
     * Stops the broker within 10 s; does nothing the second time. A broker that does not stop in time keeps its folder
     * locked until the process ends, because it may still write there.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (stopped()) {
            release(lock);
        } else {
            log.error(
                    "the broker did not stop within {} s; its data folder {} stays locked",
                    STOP_LIMIT.toSeconds(),
                    config.dataDir());
        }
    }

    /** Stops also on a thread that was interrupted, and leaves it so. */
    private boolean stopped() {
        boolean interrupted = Thread.interrupted();
        try {
            return node.stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("the lock of the data folder was not closed", e);
        }
    }

    private static BrokerStartException failedStart(EmbeddedBrokerConfig config, Throwable cause) {
        String reason = cause.toString().lines().findFirst().orElseThrow();
        String message = "the broker did not start on the data folder %s: %s".formatted(config.dataDir(), reason);
        return new BrokerStartException(message, cause);
    }
}
