package com.movieexample.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.Bench;
import com.movieexample.bench.BenchException;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.report.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir
    private Path temporary;

    private Path work;
    private final List<String> measured = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What a measure of the tests does. */
    @FunctionalInterface
    private interface Body {
        void run(Bench bench) throws Exception;
    }

    private record FakeMeasure(String name, List<String> measured, Body body) implements Measure {
        @Override
        public String description() {
            return "how 100% fast " + name + " is";
        }

        @Override
        public List<Result> run(Bench bench) throws Exception {
            measured.add(name);
            body.run(bench);
            return List.of(Result.of(name, name, 1, "events/s", true, new Figures(List.of(1.0))));
        }
    }

    @BeforeEach
    void makeWorkFolder() throws IOException {
        work = Files.createDirectory(temporary.resolve("work"));
    }

    private int run(Body body, String... arguments) {
        List<Measure> measures = List.of(
                new FakeMeasure("codec", measured, body),
                new FakeMeasure("query", measured, bench -> {}),
                new FakeMeasure("memory", measured, bench -> {}));
        CommandLine command = BenchCommand.commandLine(measures)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] places = {"--work", work.toString(), "--out", report("").toString()};
        return command.execute(Stream.of(arguments, places).flatMap(Stream::of).toArray(String[]::new));
    }

    private Path report(String file) {
        return temporary.resolve("report").resolve(file);
    }

    @Test
    void withoutAMeasureItSaysWhichThereAre() {
        assertThat(run(bench -> {})).isEqualTo(BenchCommand.USAGE);

        assertThat(err.toString()).contains("codec", "query", "memory", "all", "how 100% fast query is");
        assertThat(measured).isEmpty();
        assertThat(report("")).doesNotExist();
    }

    @Test
    void namedMeasuresAreTakenInTheBenchsOrder() {
        assertThat(run(bench -> {}, "memory", "codec")).isZero();

        assertThat(measured).containsExactly("codec", "memory");
        assertThat(out.toString()).contains("The report: " + report("report.md"));
    }

    @Test
    void allTakesEveryMeasureOnce() {
        assertThat(run(bench -> {}, "query", "all")).isZero();

        assertThat(measured).containsExactly("codec", "query", "memory");
    }

    @Test
    void measuresAreToldWhatTheCommandLineSays() {
        run(
                bench -> {
                    assertThat(bench.seed()).isEqualTo(7);
                    assertThat(bench.runs()).isEqualTo(4);
                    assertThat(bench.runs(Bench.LARGE)).isEqualTo(3);
                    assertThat(bench.sizes(1, 2)).containsExactly(500_000, 2_500_000, 30);
                    assertThat(bench.isLong()).isTrue();
                    measured.add("told");
                },
                "codec --seed 7 --runs 4 --sizes 500k,2.5M,30 --long".split(" "));

        assertThat(measured).contains("told");
    }

    @Test
    void withoutOptionsTheUsualSizesAndFiveRunsHold() {
        run(
                bench -> {
                    assertThat(bench.runs()).isEqualTo(5);
                    assertThat(bench.sizes(1, 2)).containsExactly(1, 2);
                    assertThat(bench.isLong()).isFalse();
                    measured.add("told");
                },
                "codec");

        assertThat(measured).contains("told");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope            | there is no measure nope; expected codec, query, memory or all",
                "codec --runs 0  | --runs is 0, expected 1 to 100",
                "codec --sizes 0 | --sizes has 0, expected 1 to 40,000,000",
                "codec --sizes x | is \"x\", expected a number of events such as 500k or 2M",
                "codec --sizes 9999M | expected a number of events such as 500k or 2M",
                "codec --nope    | Unknown option: '--nope'"
            })
    void wrongUsageIsExplained(String arguments, String complaint) {
        assertThat(run(bench -> {}, arguments.split(" "))).isEqualTo(BenchCommand.USAGE);

        assertThat(err.toString()).contains(complaint);
        assertThat(measured).isEmpty();
    }

    @Test
    void aWrongAnswerIsToldAndTheOthersAreMeasuredAllTheSame() {
        int code = run(
                bench -> {
                    throw new WrongAnswerException("dsl", "movie 1");
                },
                "all");

        assertThat(code).isEqualTo(BenchCommand.FINDINGS);
        assertThat(measured).containsExactly("codec", "query", "memory");
        assertThat(report("report.md"))
                .content()
                .contains("No figures for: codec.")
                .contains("- codec: dsl gave a wrong answer: movie 1")
                .contains("### query: 1");
    }

    @Test
    void somethingMissingHasItsOwnExitCode() {
        int code = run(
                bench -> {
                    throw new BenchException("no room");
                },
                "codec");

        assertThat(code).isEqualTo(BenchCommand.ENVIRONMENT);
        assertThat(out.toString()).contains("codec: no room");
    }

    @Test
    void moreDiskThanThereIsIsAskedForInVain() {
        run(bench -> bench.needDisk(1L << 60), "codec");

        assertThat(out.toString()).contains("codec: " + work + " has ").contains("name another folder with --work");
    }

    @Test
    void noTemporaryFolderStays() {
        run(bench -> Files.writeString(bench.newFolder("state").resolve("file"), "text"), "all");

        assertThat(work).isEmptyDirectory();
    }

    @Test
    void theReportIsThereAfterEachMeasure() {
        run(bench -> measured.add(Files.readString(report("report.md"))), "codec");

        assertThat(measured.get(1)).contains("No figures for: codec.");
    }

    @Test
    void helpNamesMeasuresAndOptions() {
        assertThat(run(bench -> {}, "--help")).isZero();

        assertThat(out.toString()).contains("codec", "how 100% fast query is", "--out", "--sizes", "Exit codes");
    }
}
