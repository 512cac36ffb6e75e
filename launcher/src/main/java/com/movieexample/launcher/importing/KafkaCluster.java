package com.movieexample.launcher.importing;

import com.google.common.base.Throwables;
import com.movieexample.api.Positions;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.RulesMismatchException;
import com.movieexample.topics.provisioning.TopicMismatchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Option;

/** The log itself, on a Kafka cluster. */
final class KafkaCluster implements Destination {
    // The producer makes batches of what waits; there should always be some.
    private static final int IN_FLIGHT = 20_000;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Put straight into the log on this Kafka cluster, without the services.")
    private String bootstrapServers;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "A setting of Kafka's own clients, for example security.protocol=SSL; may be repeated.")
    private Map<String, String> passedThrough = new LinkedHashMap<>();

    @Override
    public ImportTarget open() {
        KafkaClients clients = new KafkaClients(bootstrapServers, passedThrough);
        try {
            return new LogTarget(new ExistingLog(clients, "").open());
        } catch (KafkaUnavailableException e) {
            throw new ImportFailedException(e.getMessage() + "; ./marquee up starts one", e);
        } catch (TopicMismatchException | RulesMismatchException e) {
            throw new ImportFailedException(e.getMessage(), e);
        } catch (KafkaException e) {
            throw new ImportFailedException(
                    "no client can be made for Kafka at " + bootstrapServers + ": "
                            + Throwables.getRootCause(e).getMessage(),
                    e);
        }
    }

    @Override
    public int inFlight() {
        return IN_FLIGHT;
    }

    @Override
    public Optional<String> awaitVisible(Positions positions) {
        return Optional.empty();
    }
}
