package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.process.ServiceSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
                .hasMessageContaining("--host is \"0.0.0.0\", expected a loopback address, or --public-writes");
    }

    @Test
    void refusesAHostThatIsNone() {
        assertThatThrownBy(() -> ParsedSettings.allInOne("--host=no host", "--public-writes"))
                .hasMessage("--host is \"no host\", expected a name or address of this machine");
    }

    @Test
    void namesTheOptionThatMovesEachPort() {
        Configuration all = ParsedSettings.allInOne("--movie-port=1", "--stop-pause=3s");
        Configuration alone = ParsedSettings.load(QUERY, "--grpc-port=2");

        assertThat(setup(all, ServiceSettings.MOVIE).http()).isEqualTo(new ServiceSetup.Port(1, "--movie-port"));
        assertThat(setup(all, ServiceSettings.MOVIE).stopPause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(setup(alone, ServiceSettings.MOVIE.alone()).grpc())
                .isEqualTo(new ServiceSetup.Port(2, "--grpc-port"));
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
                "--data=/d",
                "--rocksdb-memory=64MiB",
                "--aggregator-threads=3",
                "--set=streams.num.standby.replicas=1");

        assertThat(ProcessSettings.data(configuration)).contains(Path.of("/d"));
        assertThat(ProcessSettings.rocksMemory(configuration)).isEqualTo(64 << 20);
        assertThat(ProcessSettings.allInOnesStreams(configuration, Path.of("/s"))
                        .threads())
                .isEqualTo(3);
        assertThat(ProcessSettings.allInOnesStreams(configuration, Path.of("/s"))
                        .passedThrough())
                .containsEntry("num.standby.replicas", "1");
    }

    private static List<ServiceInstance> aggregators(Configuration configuration) {
        return ProcessSettings.addresses(configuration).instances("rating-aggregator");
    }

    private static ServiceSetup setup(Configuration configuration, ServiceSettings service) {
        return ProcessSettings.setup(configuration, service, new InMemoryServiceRegistry());
    }
}
