package com.movieexample.bench.rebuild;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.failover.Fleet;
import com.movieexample.bench.query.MovieLog;
import com.movieexample.bench.query.SampleMovies;
import com.movieexample.bench.report.Result;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code marquee rebuild} beside the live view, which is read and written all the time. */
public final class RebuildMeasure implements Measure {
    private static final int MOVIES = 10_000;
    private static final int RATINGS = 1_000_000;
    private static final int MOVIE_READS = 900;
    private static final int RATING_READS = 100;
    private static final int WRITES = 200;
    private static final int RUNS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration PHASE = Duration.ofSeconds(20);
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(5);
    private static final Pattern REPLAYED = Pattern.compile("Replayed .* ([\\d,]+) a second");
    private static final Pattern SWITCHED = Pattern.compile("Every reader answers from it, after ([\\d.]+) s");
    /** As the {@code marquee} script starts a service. */
    private static final List<String> AS_STARTED = List.of("-Xms256m", "-Xmx1g", "-XX:+UseG1GC");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String description() {
        return "a rebuild under reads and writes, three times over; eight minutes, not part of all";
    }

    @Override
    public boolean isInAll() {
        return false;
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        SampleMovies movies = new SampleMovies(MOVIES, bench.seed());
        bench.say("rebuild: %,d ratings, %,d reads/s and %d writes/s meanwhile"
                .formatted(RATINGS, MOVIE_READS + RATING_READS, WRITES));
        String prefix = "bench-rebuild-" + System.nanoTime() + ".";
        try (MovieLog log = new MovieLog(bench.broker().bootstrapServers(), prefix)) {
            log.write(movies, RATINGS);
            try (Fleet fleet = new Fleet(bench, log, 1, AS_STARTED)) {
                awaitAll(movies, fleet);
                return new Runs(bench, log, fleet, movies).run();
            }
        }
    }

    private static void awaitAll(SampleMovies movies, Fleet fleet) throws Exception {
        long deadline = System.nanoTime() + LOADED_WITHIN.toNanos();
        for (int movie = 0; movie < movies.count(); ) {
            if (count(fleet, movie) == movies.count(movie)) {
                movie++;
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all ratings were visible within " + LOADED_WITHIN);
            } else {
                Thread.sleep(200);
            }
        }
    }

    private static long count(Fleet fleet, int movie) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + fleet.query().httpPort() + "/v1/movies/" + SampleMovies.id(movie));
        Matcher count = COUNT.matcher(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
        return count.find() ? Long.parseLong(count.group(1)) : -1;
    }

    /** What was seen, run by run. */
    private static final class Seen {
        private final List<String> remarks = new ArrayList<>();
        private Figures before = Figures.NONE;
        private Figures during = Figures.NONE;
        private Figures after = Figures.NONE;
        private Figures replay = Figures.NONE;
        private Figures switching = Figures.NONE;

        private List<Result> results(long faults) {
            Result latency = Result.of("rebuild-reads", "p99 of reads during a rebuild", RATINGS, "ms", false, during)
                    .baseline("before it", before)
                    .baseline("after it", after)
                    .target(new Result.Target(
                            "no failed read, none that goes back, no lost write", Long.toString(faults), faults == 0));
            for (String remark : remarks) {
                latency = latency.remark(remark);
            }
            return List.of(
                    latency,
                    Result.of("rebuild-replay", "Replaying for a rebuild", RATINGS, "events/s", true, replay)
                            .target(Result.Target.atLeast("at least 150,000 events/s", replay.median(), 150_000)),
                    Result.of(
                            "rebuild-switch",
                            "From the promotion until every reader answers from it",
                            RATINGS,
                            "ms",
                            false,
                            switching));
        }
    }

    private record Runs(Bench bench, MovieLog log, Fleet fleet, SampleMovies movies) {
        private List<Result> run() throws Exception {
            String topic = log.topics().ratings().name();
            CheckedReads query = new CheckedReads("movie-query", topic, movies.count(), MOVIE_READS, this::movies);
            CheckedReads rating = new CheckedReads("GET /rating", topic, movies.count(), RATING_READS, this::rating);
            CountedWrites writes =
                    new CountedWrites("127.0.0.1:" + fleet.ingester().httpPort(), movies.count(), WRITES);
            Seen seen = new Seen();
            try (query;
                    rating;
                    writes) {
                query.start();
                rating.start();
                writes.start();
                Thread.sleep(WARM_UP.toMillis());
                query.forget();
                rating.forget();
                for (int run = 1; run <= RUNS; run++) {
                    rebuild(run, query, seen);
                }
            }
            seen.remarks.add(query + "; " + rating + ".");
            query.faults().forEach(seen.remarks::add);
            rating.faults().forEach(seen.remarks::add);
            long lost = lost(writes);
            seen.remarks.add("%,d writes were acknowledged, %d were not, %d of the acknowledged ones are missing."
                    .formatted(writes.acknowledged(), writes.failed(), lost));
            seen.remarks.add(
                    command("verify").lines().reduce((one, next) -> next).orElse(""));
            bench.say("  " + String.join("\n  ", seen.remarks));
            return seen.results(query.failed() + query.wentBack() + rating.failed() + rating.wentBack() + lost);
        }

        private void rebuild(int run, CheckedReads query, Seen seen) throws Exception {
            query.take();
            Thread.sleep(PHASE.toMillis());
            Latencies.Taken quiet = query.take();
            long askedAt = query.seconds();
            String said = command("rebuild", "--grace=10s", "--rating-address=127.0.0.1:1");
            long endedAt = query.seconds();
            Latencies.Taken busy = query.take();
            Thread.sleep(PHASE.toMillis());
            Latencies.Taken late = query.take();
            said.lines().forEach(line -> bench.say("    " + line));
            seen.before = seen.before.and(quiet.p99());
            seen.during = seen.during.and(busy.p99());
            seen.after = seen.after.and(late.p99());
            seen.replay = seen.replay.and(figure(REPLAYED, said));
            seen.switching = seen.switching.and(1_000 * figure(SWITCHED, said));
            seen.remarks.add("Run %d, from %d to %d s: before %s; during %s; after %s."
                    .formatted(run, askedAt, endedAt, quiet, busy, late));
        }

        private URI movies(List<String> ids) {
            return URI.create("http://127.0.0.1:%d/v1/movies?ids=%s"
                    .formatted(fleet.query().httpPort(), String.join(",", ids)));
        }

        private URI rating(List<String> ids) {
            return URI.create("http://127.0.0.1:%d/v1/records/movie/%s/rating"
                    .formatted(fleet.ingester().httpPort(), ids.get(0)));
        }

        private long lost(CountedWrites writes) throws Exception {
            // Where nothing failed each count is exact; a write that failed may count all the same.
            Thread.sleep(2_000);
            long lost = 0;
            for (int movie = 0; movie < movies.count(); movie++) {
                lost += Math.max(0, movies.count(movie) + writes.acknowledged(movie) - count(fleet, movie));
            }
            return lost;
        }

        private String command(String name, String... more) throws IOException, InterruptedException {
            List<String> arguments = new ArrayList<>(List.of(name));
            arguments.addAll(List.of(
                    "--bootstrap-servers=" + bench.broker().bootstrapServers(),
                    "--topic-prefix=" + log.topics().prefix(),
                    "--movie-address=127.0.0.1:" + fleet.query().grpcPort()));
            if (name.equals("rebuild")) {
                arguments.add("--metadata-address=127.0.0.1:1");
                arguments.add("--aggregator-address=" + fleet.aggregatorAddresses());
            }
            arguments.addAll(List.of(more));
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
            PrintWriter writer = new PrintWriter(stream, true, StandardCharsets.UTF_8);
            int exitCode = MarqueeCommand.commandLine(new Terminal(stream, stream, false, false))
                    .setOut(writer)
                    .setErr(writer)
                    .execute(arguments.toArray(String[]::new));
            String said = output.toString(StandardCharsets.UTF_8);
            if (exitCode != 0) {
                throw new IllegalStateException(name + " ended with " + exitCode + ": " + said);
            }
            return said;
        }

        private static double figure(Pattern pattern, String said) {
            Matcher matcher = pattern.matcher(said);
            if (!matcher.find()) {
                throw new IllegalStateException("the command did not say " + pattern + ": " + said);
            }
            return Double.parseDouble(matcher.group(1).replace(",", ""));
        }
    }
}
