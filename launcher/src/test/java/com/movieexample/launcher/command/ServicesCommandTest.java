package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.Standing;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.testkit.consul.StandInConsul;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesCommandTest {
    private final StandInConsul consul = StandInConsul.start();
    private final TerminalOutput output = new TerminalOutput();

    @AfterEach
    void close() {
        consul.close();
    }

    @Test
    void listsWhatIsRegisteredAndHowItFares() {
        try (ConsulServiceRegistry registry =
                new ConsulServiceRegistry(ConsulAddress.of("test", consul.address(), Map.of()))) {
            registry.register(new ServiceInstance("rating", "b", "10.0.0.2", 8082, 9082, "0.1.0"));
            registry.register(
                    new ServiceInstance("rating-aggregator", "a", "10.0.0.1", 8084, 9084, "0.1.0"),
                    () -> Standing.of(CheckResult.failing("ratings-fold is restoring")));
            await().until(() -> registry.check().equals(CheckResult.ok()));

            assertThat(output.run("services", "--consul", consul.address())).isEqualTo(ExitCodes.OK);
        }
        assertThat(output.out())
                .containsExactly(
                        "SERVICE            HTTP           GRPC           HEALTH",
                        "rating             10.0.0.2:8082  10.0.0.2:9082  ok",
                        "rating-aggregator  10.0.0.1:8084  10.0.0.1:9084  failing  ratings-fold is restoring");
    }

    @Test
    void saysThatNothingIsRegistered() {
        assertThat(output.run("services", "--consul", consul.address())).isEqualTo(ExitCodes.OK);
        assertThat(output.out()).containsExactly("No service is registered.");
    }

    @Test
    void namesAConsulThatDoesNotAnswer() {
        consul.close();
        assertThat(output.run("services", "--consul", consul.address())).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(output.err()).singleElement().asString().startsWith("marquee: Consul does not answer");
    }

    @Test
    void namesAnAddressThatIsNone() {
        assertThat(output.run("services", "--consul", "ftp://x")).isEqualTo(ExitCodes.USAGE);
        assertThat(output.err())
                .containsExactly("marquee: --consul is \"ftp://x\", expected http://host:8500 or https://host:8501");
    }
}
