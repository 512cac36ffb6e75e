package com.movieexample.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The controller without its broker. It has started when it has written into the metadata log that the broker leads
 * nothing.
 *
 * <p>A killed broker is not told to give up what it leads, and the next one believes at first that it leads it still. So
 * it goes on at once with a transaction that the killed one was about to end; then it registers, leads nothing for a
 * moment, and its coordinator takes partitions without a leader for deleted ones: the transaction is over without a
 * marker where it wrote, and every reader of committed records stands still there for good. (So in Kafka 4.3.1, {@code
 * KRaftMetadataCache.getPartitionLeaderEndpoint} and {@code TransactionMarkerChannelManager}.)
 */
final class LoneController implements Server {
    private static final long PATIENCE_S = 30;

    private final SharedServer shared;
    private final ControllerServer controller;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    LoneController(KafkaConfig config) throws Exception {
        String logDir = config.metadataLogDir();
        shared = new SharedServer(
                config,
                LogStorage.properties(Path.of(logDir)),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller =
                new ControllerServer(shared, KafkaRaftServer.configSchema(), new BootstrapDirectory(logDir).read());
    }

    @Override
    public void startup() {
        controller.startup();
        try {
            shared.loader().installPublishers(List.of(new BrokerWatch())).get(PATIENCE_S, TimeUnit.SECONDS);
            gone.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerStartException("the controller did not fence the killed broker: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted", e);
        }
    }

    @Override
    public void shutdown() {
        controller.shutdown();
    }

    @Override
    public void awaitShutdown() {
        controller.awaitShutdown();
    }

    /** Given the metadata once all of it is read, and again when it changes. */
    private final class BrokerWatch implements MetadataPublisher {
        @Override
        public String name() {
            return "killed-broker-watch";
        }

        @Override
        public void close() {}

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            BrokerRegistration broker = image.cluster().broker(BrokerSettings.NODE_ID);
            if (broker == null || broker.fenced()) {
                gone.complete(null);
            }
        }
    }
}
