package com.movieexample.launcher.verify;

import com.movieexample.topics.KafkaClients;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends with 0 when all is served as the log has it, and with 1 when something differs. */
@Command(name = "verify", description = "Fold the log afresh and compare every record with what is being served.")
public final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERS = 1;

    private final boolean onTerminal;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "the Kafka cluster that holds the log (default: ${DEFAULT-VALUE})")
    private String bootstrapServers;

    @Option(
            names = "--movie-address",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9083",
            description = "gRPC address of the movie-query to check (default: ${DEFAULT-VALUE})")
    private String movieAddress;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "a setting of Kafka's own clients, for example security.protocol=SSL; may be repeated")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = PatienceConverter.class,
            description = "how long what is served may take to come to the log's end (default: ${DEFAULT-VALUE})")
    private Duration timeout;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "what stands before the topics' names (default: nothing)")
    private String topicPrefix;

    @Spec
    private CommandSpec spec;

    /** @param onTerminal whether a person watches, so that a line of progress may be rewritten in place */
    public VerifyCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() {
        VerifiedLog log = VerifiedLog.find(new KafkaClients(bootstrapServers, kafka), topicPrefix);
        Findings findings = verify(log);
        new Report(spec.commandLine().getOut()).print(findings);
        return findings.differences().count() == 0 ? 0 : DIFFERS;
    }

    private Findings verify(VerifiedLog log) {
        try (ServedView served = new ServedView(movieAddress);
                ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), onTerminal)) {
            return new Verification(log, served, timeout, progress).run();
        }
    }
}
