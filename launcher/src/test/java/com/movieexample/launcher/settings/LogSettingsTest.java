package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSettingsTest {
    @Test
    void withoutSettingsTheLogIsAsDesigned() {
        LogOpening opening = opening();

        assertThat(opening.topics().ratings().name()).isEqualTo("ratings");
        assertThat(opening.topics().ratings().partitions()).isEqualTo(6);
        assertThat(opening.rules()).isEqualTo(EventRules.DEFAULT);
        assertThat(opening.replicationFactor()).isEmpty();
        assertThat(opening.clients().passedThrough()).isEmpty();
    }

    @Test
    void handsOnWhatWasSet() {
        LogOpening opening = opening(
                "--topic-prefix=test-",
                "--ratings-partitions=12",
                "--replication-factor=3",
                "--rating-tolerance=5m",
                "--set=scale.series=1..10/1",
                "--set=kafka.security.protocol=SSL");

        assertThat(opening.topics().ratings().name()).isEqualTo("test-ratings");
        assertThat(opening.topics().ratings().partitions()).isEqualTo(12);
        assertThat(opening.replicationFactor()).contains((short) 3);
        assertThat(opening.rules().tolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(opening.rules().scales()).isEqualTo(Map.of("series", RatingScale.parse("1..10/1")));
        assertThat(opening.clients().passedThrough()).containsExactly(Map.entry("security.protocol", "SSL"));
        assertThat(opening.clients().bootstrapServers()).isEqualTo("broker:9092");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:1", "a:1,b:2", "10.0.0.1:9092, 10.0.0.2:9092", "[::1]:9092"})
    void takesAddressesOfBrokers(String servers) {
        assertThat(ParsedSettings.allInOne("--bootstrap-servers=" + servers).get(LogSettings.OTHER_CLUSTER))
                .contains(servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", "a:b", "a:1,", ":9092", "http://a:1"})
    void refusesWhatIsNoAddress(String servers) {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--bootstrap-servers=" + servers))
                .hasMessage(
                        "--bootstrap-servers is \"" + servers + "\", expected host:port, several with commas between");
    }

    @Test
    void refusesAPrefixThatNoTopicMayHave() {
        assertThatThrownBy(() -> opening("--topic-prefix=a b")).hasMessageContaining("--topic-prefix is \"a b\"");
    }

    private static LogOpening opening(String... arguments) {
        return LogSettings.opening(ParsedSettings.allInOne(arguments), "broker:9092");
    }
}
