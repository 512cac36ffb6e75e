package com.movieexample.bench.command;

import com.movieexample.bench.BenchException;
import com.movieexample.bench.Measure;
import com.movieexample.bench.workload.RatingWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./marquee bench} and its options. */
@Command(
        name = "marquee bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure Marquee with baselines beside it, and write a report.",
        footerHeading = "%n",
        footer = {
            "Without a quiet machine only the ratios of one run say something.",
            "Exit codes: 0 all was measured, 1 a contender gave a wrong answer or failed, 2 wrong usage,",
            "3 something needed is missing."
        })
final class BenchCommand implements Callable<Integer> {
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;

    private static final String ALL = "all";
    private static final int MAXIMUM_RUNS = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MEASURE", arity = "0..*", description = "What to measure, or all.")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "bench-report",
            description = "Folder for report.md, report.json and charts; ${DEFAULT-VALUE} here.")
    private Path out;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where to put temporary folders, which may become gigabytes; the system's own by default.")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "All inputs follow from it; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each contender; ${DEFAULT-VALUE}, of large sizes at most 3.")
    private int runs;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            converter = SizeConverter.class,
            description = "Sizes in events in place of the usual ones, such as 500k,2M.")
    private List<Integer> sizes = List.of();

    @Option(names = "--long", description = "Measure sizes that take very long too.")
    private boolean isLong;

    private final List<Measure> measures;

    private BenchCommand(List<Measure> measures) {
        this.measures = measures;
    }

    static CommandLine commandLine(List<Measure> measures) {
        CommandLine command = new CommandLine(new BenchCommand(measures));
        command.setUsageHelpAutoWidth(true);
        command.getCommandSpec().version("marquee bench " + version());
        command.getCommandSpec().usageMessage().customSynopsis("marquee bench MEASURE... [OPTION]...");
        command.getCommandSpec().usageMessage().description(describe(measures));
        return command.setExecutionExceptionHandler(BenchCommand::failed);
    }

    private static String version() {
        String ofJar = BenchCommand.class.getPackage().getImplementationVersion();
        return ofJar == null ? "(not from a jar)" : ofJar;
    }

    private static String[] describe(List<Measure> measures) {
        StringBuilder text = new StringBuilder("Measure Marquee with baselines beside it, and write a report.%n%n");
        for (Measure measure : measures) {
            text.append("  %-12s  %s"
                            .formatted(measure.name(), measure.description().replace("%", "%%")))
                    .append("%n");
        }
        return new String[] {
            text.append("  %-12s  all but %s%%n".formatted(ALL, namesOf(measures, measure -> !measure.isInAll())))
                    .toString()
        };
    }

    private static String namesOf(List<Measure> measures, Predicate<Measure> chosen) {
        return measures.stream().filter(chosen).map(Measure::name).collect(Collectors.joining(", "));
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("marquee: " + (e instanceof BenchException ? e.getMessage() : e));
        return ENVIRONMENT;
    }

    @Override
    public Integer call() throws IOException {
        List<Measure> chosen = chosen();
        check();
        if (chosen.isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return USAGE;
        }
        BenchOptions options = new BenchOptions(out, work, seed, runs, sizes, isLong);
        return new BenchSession(options, chosen, spec.commandLine().getOut()::println).run();
    }

    private List<Measure> chosen() {
        for (String name : names) {
            if (!name.equals(ALL)
                    && measures.stream().noneMatch(measure -> measure.name().equals(name))) {
                throw wrong("there is no measure %s; expected %s or %s"
                        .formatted(name, namesOf(measures, any -> true), ALL));
            }
        }
        return measures.stream()
                .filter(measure -> (names.contains(ALL) && measure.isInAll()) || names.contains(measure.name()))
                .toList();
    }

    private void check() {
        if (runs < 1 || runs > MAXIMUM_RUNS) {
            throw wrong("--runs is %d, expected 1 to %d".formatted(runs, MAXIMUM_RUNS));
        }
        for (int size : sizes) {
            if (size < 1 || size > RatingWorkload.MAXIMUM_SIZE) {
                throw wrong("--sizes has %d, expected 1 to %,d".formatted(size, RatingWorkload.MAXIMUM_SIZE));
            }
        }
        if (!Files.isDirectory(work) || !Files.isWritable(work)) {
            throw wrong("--work is %s, expected a folder that can be written to".formatted(work));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
