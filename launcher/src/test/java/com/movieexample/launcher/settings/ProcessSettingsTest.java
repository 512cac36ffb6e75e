package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.view.MaxLag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessSettingsTest {
    private static final CommandSettings QUERY = CommandSettings.of(ServiceSettings.MOVIE);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.9"})
    void listensOnLoopbackWithoutMoreAdo(String host) {
        assertThat(ProcessSettings.host(ParsedSettings.allInOne("--host=" + host)))
                .isEqualTo(host);
    }

    @Test
    void wantsAWordBeforeItListensInPublic() {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--host=0.0.0.0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--host is \"0.0.0.0\", expected a loopback address, or --api-keys, or");
    }

    @Test
    void refusesAHostThatIsNone() {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--host=no host", "--public-writes"))
                .hasMessage("--host is \"no host\", expected a name or address of this machine");
    }

    @Test
    void namesTheOptionThatMovesEachPort() {
        Configuration all = ParsedSettings.allInOne("--movie-port=1");
        Configuration alone = ParsedSettings.load(QUERY, "--grpc-port=2");

        assertThat(ProcessSettings.allInOnesSetup(all, ServiceSettings.MOVIE, new InMemoryServiceRegistry())
                        .http())
                .isEqualTo(new ServiceSetup.Port(1, "--movie-port"));
        assertThat(setup(alone, ServiceSettings.MOVIE.alone()).grpc())
                .isEqualTo(new ServiceSetup.Port(2, "--grpc-port"));
    }

    @Test
    void onlyAProcessOfOneServicePausesUnlessToldOtherwise() {
        assertThat(setup(ParsedSettings.load(QUERY), ServiceSettings.MOVIE.alone())
                        .stopPause())
                .hasMillis(500);
        assertThat(allInOnesPause()).isZero();
        assertThat(allInOnesPause("--stop-pause=3s")).hasSeconds(3);
    }

    private static Duration allInOnesPause(String... arguments) {
        return ProcessSettings.allInOnesSetup(
                        ParsedSettings.allInOne(arguments), ServiceSettings.MOVIE, new InMemoryServiceRegistry())
                .stopPause();
    }

    @Test
    void readsHowFarBehindAViewMayBe() {
        assertThat(ProcessSettings.readBounds(ParsedSettings.load(QUERY)).maxLag())
                .isEqualTo(MaxLag.NONE);
        assertThat(ProcessSettings.readBounds(ParsedSettings.load(QUERY, "--max-lag=1000,30s"))
                        .maxLag())
                .isEqualTo(new MaxLag(OptionalLong.of(1000), Optional.of(Duration.ofSeconds(30))));
        assertThatThrownBy(() -> ParsedSettings.load(QUERY, "--max-lag=1s"))
                .hasMessage("--max-lag is \"1s\", expected a number of events such as 1000, a time of at least 2s, "
                        + "or both as 1000,30s");
    }

    @Test
    void refusesASecondWayToSayHowManyCopiesThereAre() {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--set=streams.num.standby.replicas=1"))
                .hasMessage("streams.num.standby.replicas is \"1\", expected --aggregator-standbys in its place");
    }

    @Test
    void findsTheAggregatorOnThisMachineUnlessToldOtherwise() {
        assertThat(aggregators(ParsedSettings.load(QUERY)))
                .extracting(ServiceInstance::grpcPort)
                .containsExactly(9084);
        assertThat(aggregators(ParsedSettings.load(QUERY, "--set=address.rating-aggregator=a:1,b:2")))
                .extracting(ServiceInstance::host)
                .containsExactly("a", "b");
    }

    @Test
    void refusesAddressesOfWhatIsNoService() {
        assertThatThrownBy(() -> ParsedSettings.load(QUERY, "--set=address.aggregator=a:1"))
                .hasMessage("address.aggregator names no service, "
                        + "expected one of metadata, rating, movie, rating-aggregator");
        assertThatThrownBy(() -> ParsedSettings.load(QUERY, "--set=address.rating-aggregator=a"))
                .hasMessage("address of rating-aggregator is \"a\", expected host:port");
    }

    @Test
    void readsFoldersAndMemory() {
        Configuration configuration = ParsedSettings.allInOne(
                "--data=/d", "--rocksdb-memory=64MiB", "--aggregator-threads=3", "--set=streams.poll.ms=50");

        assertThat(ProcessSettings.data(configuration)).contains(Path.of("/d"));
        assertThat(ProcessSettings.rocksMemory(configuration)).isEqualTo(64 << 20);
        assertThat(ProcessSettings.allInOnesStreams(configuration, Path.of("/s"))
                        .threads())
                .isEqualTo(3);
        assertThat(ProcessSettings.allInOnesStreams(configuration, Path.of("/s"))
                        .passedThrough())
                .containsEntry("poll.ms", "50");
    }

    private static List<ServiceInstance> aggregators(Configuration configuration) {
        return ProcessSettings.addresses(configuration).instances("rating-aggregator");
    }

    private static ServiceSetup setup(Configuration configuration, ServiceSettings service) {
        return ProcessSettings.setup(configuration, service, new InMemoryServiceRegistry());
    }
}
