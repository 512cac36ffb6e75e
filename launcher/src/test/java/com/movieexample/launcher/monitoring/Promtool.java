package com.movieexample.launcher.monitoring;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.movieexample.testkit.SkipOrFail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own judge of what is written for it. */
final class Promtool {
    private static final String PROGRAM = "promtool";

    private Promtool() {}

    /** What one run of it said. */
    record Verdict(boolean accepted, String said) {}

    /** Skips the test, or fails it, where there is none. */
    static void need() {
        boolean there;
        try {
            there = run(null, "--version").accepted();
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            there = false;
        }
        SkipOrFail.unless(there, "needs promtool, which comes with Prometheus");
    }

    /** @param input of the program; null for none */
    static Verdict run(Path input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("promtool", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            if (input != null) {
                builder.redirectInput(input.toFile());
            }
            Process program = builder.start();
            if (!program.waitFor(1, MINUTES)) {
                program.destroyForcibly();
                throw new IllegalStateException("promtool did not end: " + command);
            }
            return new Verdict(program.exitValue() == 0, Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
