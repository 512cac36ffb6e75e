package com.movieexample.testkit.images;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * The real broker, set up by the variables of the image {@code apache/kafka} that say where its data is and how clients
 * reach it.
 */
final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        URI advertised = URI.create(environment.get("KAFKA_ADVERTISED_LISTENERS"));
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBrokerConfig(
                Path.of(environment.get("KAFKA_LOG_DIRS")),
                advertised.getHost(),
                advertised.getPort(),
                EmbeddedBrokerConfig.DEFAULT_CONTROLLER_PORT,
                Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }
}
