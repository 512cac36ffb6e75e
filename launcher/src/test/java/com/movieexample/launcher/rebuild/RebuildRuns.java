package com.movieexample.launcher.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.crash.CommandRun;
import com.movieexample.launcher.process.Addresses;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code marquee rebuild} and {@code marquee verify} against a running Marquee. */
public record RebuildRuns(Addresses at) {
    /** @param arguments behind {@code rebuild} */
    public CommandRun rebuild(String... arguments) {
        return CommandRun.of(arguments(arguments));
    }

    /** The whole command line, for a process of its own. */
    public List<String> arguments(String... afterRebuild) {
        List<String> all = new ArrayList<>(List.of("rebuild"));
        all.addAll(List.of(afterRebuild));
        all.addAll(List.of(
                "--bootstrap-servers=" + at.bootstrapServers(),
                "--metadata-address=" + at.metadata().grpc(),
                "--rating-address=" + at.rating().grpc(),
                "--movie-address=" + at.movie().grpc(),
                "--aggregator-address=" + at.aggregator().grpc()));
        return all;
    }

    public void assertVerifies() {
        CommandRun verification = CommandRun.of(List.of(
                "verify",
                "--bootstrap-servers=" + at.bootstrapServers(),
                "--movie-address=" + at.movie().grpc()));
        assertThat(verification.exitCode()).as(verification.output()).isZero();
    }
}
