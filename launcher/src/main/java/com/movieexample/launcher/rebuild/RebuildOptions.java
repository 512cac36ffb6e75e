package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.operators.ServiceAddresses;
import com.movieexample.launcher.terminal.PatienceConverter;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that take generations from step to step. */
final class RebuildOptions {
    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ServiceAddresses processes = new ServiceAddresses();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = PatienceConverter.class,
            description = "how long the generation before is kept once nobody is known to answer from it; until then"
                    + " marquee rebuild rollback leads back (default: ${DEFAULT-VALUE})")
    private Duration grace;

    ClusterOptions cluster() {
        return cluster;
    }

    ServiceAddresses processes() {
        return processes;
    }

    Duration grace() {
        return grace;
    }
}
