package com.movieexample.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaClientsTest {
    private static final Topics TOPICS = new Topics("", 1, 1);

    private static KafkaClients clients(Map<String, String> passedThrough) {
        // Port 1 is reserved and nothing listens there.
        return new KafkaClients("127.0.0.1:1", passedThrough);
    }

    @ParameterizedTest
    @CsvSource({"request.timeout.ms, 60000", "delivery.timeout.ms, 500", "linger.ms, 20000", "default.api.timeout.ms, 9"
    })
    void everyClientCanBeMadeWithOneTimeoutOfTheUsers(String name, String value) {
        KafkaClients clients = clients(Map.of(name, value));

        assertThatCode(() -> {
                    clients.admin("test").close();
                    clients.readCommitted("test").close();
                    for (WritePatience patience : WritePatience.values()) {
                        clients.producer("test", TOPICS.ratings(), patience).close();
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 4000, 1, request.timeout.ms, 4000, 8000",
        "8000, 60000, 1, request.timeout.ms, 60000, 60001",
        "500, 4000, 1, delivery.timeout.ms, 499, 500",
        "8000, 4000, 20000, linger.ms, 4000, 24000",
        "500, 4000, 1, request.timeout.ms delivery.timeout.ms, 4000, 500",
    })
    void theTimeoutThatTheUserDidNotSetGivesWay(
            int delivery, int request, int linger, String given, int requestAfter, int deliveryAfter) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("delivery.timeout.ms", delivery, "request.timeout.ms", request, "linger.ms", linger));

        DependentTimeouts.adapt(settings, Set.of(given.split(" ")));

        assertThat(settings)
                .containsEntry("request.timeout.ms", requestAfter)
                .containsEntry("delivery.timeout.ms", deliveryAfter);
    }

    @Test
    void whatIsNoNumberIsLeftForKafkaToRefuse() {
        Map<String, Object> settings = new HashMap<>(Map.of("delivery.timeout.ms", 1, "request.timeout.ms", "5s"));

        DependentTimeouts.adapt(settings, Set.of("request.timeout.ms"));

        assertThat(settings).containsEntry("delivery.timeout.ms", 1).containsEntry("request.timeout.ms", "5s");
    }

    @Test
    void aPromptWriteIsAnsweredWithinTenSeconds() {
        Map<String, Object> settings = WritePatience.PROMPT.settings();

        assertThat((int) settings.get("max.block.ms") + (int) settings.get("delivery.timeout.ms"))
                .isEqualTo(10_000);
    }
}
