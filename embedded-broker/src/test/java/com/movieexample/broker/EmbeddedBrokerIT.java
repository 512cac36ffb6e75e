package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    @TempDir
    private Path folder;

    @Test
    void recordsAndTransactionsCanBeWrittenAndRead() throws Exception {
        try (EmbeddedBroker broker = start()) {
            RecordLog records = new RecordLog(broker, "records");
            records.create(Map.of());

            records.append("plain");
            records.appendInTransaction("writer", true, "committed", "with it");
            records.appendInTransaction("writer", false, "aborted");
            records.append("last");

            assertThat(records.committed()).containsExactly("plain", "committed", "with it", "last");
            assertThat(broker.isRunning()).isTrue();
        }
    }

    @Test
    void aRestartOnTheSameFolderKeepsRecordsAndClusterId() throws Exception {
        EmbeddedBrokerConfig samePorts;
        String clusterId;
        try (EmbeddedBroker broker = start()) {
            samePorts = EmbeddedBrokerConfig.in(folder).withPorts(broker.port(), broker.controllerPort());
            clusterId = broker.clusterId();
            new RecordLog(broker, "records").create(Map.of());
            new RecordLog(broker, "records").append("kept");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(samePorts)) {
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            assertThat(new RecordLog(broker, "records").committed()).containsExactly("kept");
        }
    }

    @Test
    void aFolderCanBeUsedAgainOnOtherPorts() throws Exception {
        int oldPort;
        int oldControllerPort;
        try (EmbeddedBroker broker = start()) {
            oldPort = broker.port();
            oldControllerPort = broker.controllerPort();
            new RecordLog(broker, "records").create(Map.of());
            new RecordLog(broker, "records").appendInTransaction("writer", true, "before");
        }

        // The old ports stay taken, so that nothing can work by way of them.
        try (ServerSocket taken = listenOn(oldPort);
                ServerSocket controllerTaken = listenOn(oldControllerPort);
                EmbeddedBroker broker = start()) {
            assertThat(broker.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(broker.controllerPort()).isNotEqualTo(controllerTaken.getLocalPort());
            RecordLog records = new RecordLog(broker, "records");
            records.appendInTransaction("writer", true, "after");
            assertThat(records.committed()).containsExactly("before", "after");
        }
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatMovesIt() throws Exception {
        try (ServerSocket taken = listenOn(0)) {
            EmbeddedBrokerConfig onTakenPort = EmbeddedBrokerConfig.in(folder).withPorts(taken.getLocalPort(), 0);

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(onTakenPort))
                    .withMessageContainingAll("127.0.0.1:" + taken.getLocalPort(), "--broker-port");
        }
    }

    @Test
    void aTakenControllerPortIsNamedWithTheOptionThatMovesIt() throws Exception {
        try (ServerSocket taken = listenOn(0)) {
            EmbeddedBrokerConfig onTakenPort = EmbeddedBrokerConfig.in(folder).withPorts(0, taken.getLocalPort());

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(onTakenPort))
                    .withMessageContainingAll("127.0.0.1:" + taken.getLocalPort(), "--controller-port");
        }
    }

    @Test
    void aRefusedStartLeavesTheFolderFree() throws Exception {
        try (ServerSocket taken = listenOn(0)) {
            EmbeddedBrokerConfig onTakenPort = EmbeddedBrokerConfig.in(folder).withPorts(taken.getLocalPort(), 0);
            assertThatExceptionOfType(PortTakenException.class).isThrownBy(() -> EmbeddedBroker.start(onTakenPort));
        }

        try (EmbeddedBroker broker = start()) {
            assertThat(broker.isRunning()).isTrue();
        }
    }

    @Test
    void aFolderInUseIsRefusedAndFreeAfterClose() {
        EmbeddedBroker first = start();
        assertThatExceptionOfType(DataFolderInUseException.class)
                .isThrownBy(this::start)
                .withMessageContaining(folder.toString());
        first.close();

        try (EmbeddedBroker second = start()) {
            assertThat(second.clusterId()).isEqualTo(first.clusterId());
        }
    }

    @Test
    void aSettingThatKafkaRefusesIsAClearError() {
        EmbeddedBrokerConfig wrong = config().withOverrides(Map.of("num.io.threads", "none"));

        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(wrong))
                .withMessageContainingAll(folder.toString(), "num.io.threads", "none");
    }

    @Test
    void closingTwiceIsFine() {
        EmbeddedBroker broker = start();

        broker.close();
        broker.close();

        assertThat(broker.isRunning()).isFalse();
        assertThat(broker.failure()).isEmpty();
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(config());
    }

    private EmbeddedBrokerConfig config() {
        return EmbeddedBrokerConfig.in(folder).onFreePorts();
    }

    private static ServerSocket listenOn(int port) throws Exception {
        return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    }
}
