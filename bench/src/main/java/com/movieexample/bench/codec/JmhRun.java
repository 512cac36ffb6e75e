package com.movieexample.bench.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How JMH runs the benchmarks: short enough for all of them in two minutes. */
final class JmhRun {
    static final int BENCHMARKS = 2 * Format.values().length * Sample.values().length;
    static final String REMARK = "JMH: a JVM each, 1 s of warm-up, then the mean of each of three runs of 0.7 s.";

    private JmhRun() {}

    static Collection<RunResult> all() throws RunnerException {
        return new Runner(options()).run();
    }

    private static Options options() {
        return new OptionsBuilder()
                .include("^" + CodecBenchmark.class.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .jvmArgs(jvmArguments())
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(700))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static String[] jvmArguments() {
        List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 24) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments.toArray(String[]::new);
    }
}
