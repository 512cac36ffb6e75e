package com.movieexample.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka server with all its threads in a group of their own, by which {@link ExitTrap} tells servers apart. */
final class KafkaNode {
    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    private final Map<String, String> settings;
    private final ServerMaker maker;
    private final ThreadGroup threads = new ThreadGroup("embedded-broker");
    private final Thread starter = new Thread(threads, this::runServer, "embedded-broker-start");
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final AtomicReference<BrokerFailedException> failure = new AtomicReference<>();
    private volatile Server server;
    private volatile Throwable startError;

    private KafkaNode(Map<String, String> settings, ServerMaker maker) {
        this.settings = settings;
        this.maker = maker;
    }

    /** A broker and its controller. */
    static KafkaNode broker(EmbeddedBrokerConfig config, Path logDir) {
        return new KafkaNode(BrokerSettings.of(config, logDir), settings -> new KafkaRaftServer(settings, Time.SYSTEM));
    }

    /** Starts when the folder's metadata says that the broker, which was killed, leads nothing. */
    static KafkaNode loneController(EmbeddedBrokerConfig config, Path logDir) {
        return new KafkaNode(BrokerSettings.ofLoneController(config, logDir), LoneController::new);
    }

    /** Waits until the server takes requests. When it throws, the node must still be stopped. */
    void start() throws ExecutionException, InterruptedException {
        ExitTrap.watch(threads, this::fail);
        starter.start();
        started.get();
    }

    /** Why the server gave up; empty while it has not. */
    Optional<BrokerFailedException> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** The server's own reason for not starting, which often follows the wish to exit that made the start fail. */
    Optional<Throwable> startError() {
        return Optional.ofNullable(startError);
    }

    /** @return whether the server ended within the limit; otherwise its threads may still write to its folder */
    boolean stop(Duration limit) throws InterruptedException {
        Thread stopper = new Thread(threads, this::shutDownServer, "embedded-broker-stop");
        stopper.start();
        stopper.join(limit.toMillis());
        boolean ended = !stopper.isAlive();
        if (ended) {
            ExitTrap.forget(threads);
        }
        return ended;
    }

    private void runServer() {
        try {
            server = maker.make(new KafkaConfig(settings));
            server.startup();
            started.complete(null);
        } catch (Throwable e) {
            startError = e;
            started.completeExceptionally(e);
        }
    }

    private void shutDownServer() {
        try {
            // A failing start cleans up after itself, and a shutdown in its middle would do nothing.
            starter.join();
            if (server != null) {
                server.shutdown();
                server.awaitShutdown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("the broker did not stop in order", e);
        }
    }

    private void fail(BrokerFailedException e) {
        failure.compareAndSet(null, e);
        started.completeExceptionally(e);
    }

    @FunctionalInterface
    private interface ServerMaker {
        Server make(KafkaConfig settings) throws Exception;
    }
}
