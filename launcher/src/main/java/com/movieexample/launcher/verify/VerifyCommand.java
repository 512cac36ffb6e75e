package com.movieexample.launcher.verify;

import com.movieexample.launcher.cluster.ClusterOptions;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.PatienceConverter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends with 0 when all is served as the log has it, and with 1 when something differs. */
@Command(name = "verify", description = "Fold the log afresh and compare every record with what is being served.")
public final class VerifyCommand implements Callable<Integer> {

    private final boolean onTerminal;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--movie-address",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9083",
            description = "gRPC address of the movie-query to check (default: ${DEFAULT-VALUE})")
    private String movieAddress;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = PatienceConverter.class,
            description = "how long what is served may take to come to the log's end (default: ${DEFAULT-VALUE})")
    private Duration timeout;

    @Spec
    private CommandSpec spec;

    /** @param onTerminal whether a person watches, so that a line of progress may be rewritten in place */
    public VerifyCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() {
        VerifiedLog log = VerifiedLog.find(cluster.clients(), cluster.topics());
        Findings findings = verify(log);
        new Report(spec.commandLine().getOut()).print(findings);
        return findings.differences().count() == 0 ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private Findings verify(VerifiedLog log) {
        try (ServedView served = new ServedView(movieAddress);
                ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), onTerminal)) {
            return new Verification(log, served, timeout, progress).run();
        }
    }
}
