package com.movieexample.bench.query;

import com.movieexample.bench.Bench;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.bench.query.Turn.Server;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.report.Result.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** movie-query against bare servers, over HTTP and over gRPC, and a batch against one movie. Not thread-safe. */
final class QueryContests {
    private static final int CONNECTIONS = 32;
    private static final int IN_FLIGHT = 128;
    private static final int BATCH = 100;
    private static final int ASKED = 50_000;
    private static final int CHART = 50;
    /** Several times as many as movie-query keeps, so that most are worked out when they are asked for. */
    private static final int CHARTS = 5_000;

    private static final int HAD = 2_000;
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final String MARQUEE = "movie-query";
    private static final String UNIFORM = "movie-query, any movie alike";
    private static final String ONE = "one movie";

    private final Bench bench;
    private final SampleMovies movies;
    private final MarqueeJvm service;
    private final MovieReader reader;
    private final BareServers bare;
    private final int bytes;
    private final List<String> popular;
    private final List<String> any;
    private final boolean wrk = WrkRequests.isInstalled();
    private final Path folder;

    QueryContests(Bench bench, SampleMovies movies, MarqueeJvm service, MovieReader reader, BareServers bare, int bytes)
            throws IOException {
        this.bench = bench;
        this.movies = movies;
        this.service = service;
        this.reader = reader;
        this.bare = bare;
        this.bytes = bytes;
        this.folder = bench.newFolder("requests");
        SplittableRandom random = new SplittableRandom(bench.seed());
        this.popular = ids(() -> movies.popularity().pick(random));
        this.any = ids(() -> random.nextInt(movies.count()));
    }

    private static List<String> ids(IntSupplier movie) {
        return IntStream.range(0, ASKED)
                .mapToObj(i -> SampleMovies.id(movie.getAsInt()))
                .toList();
    }

    List<Result> run() throws Exception {
        Result http = contest(
                "query-http",
                "One joined movie over HTTP, " + CONNECTIONS + " connections",
                "bare Javalin",
                0.75,
                new Servers(
                        http(CONNECTIONS, paths(popular)),
                        http(CONNECTIONS, paths(any)),
                        serviceHttp(),
                        new Server(bare.pid(), bare.httpPort())));
        Result grpc = contest(
                "query-grpc",
                "One joined movie over gRPC, " + IN_FLIGHT + " calls under way",
                "bare gRPC",
                0.6,
                new Servers(
                        new GrpcRequests(IN_FLIGHT, popular),
                        new GrpcRequests(IN_FLIGHT, any),
                        new Server(service.pid(), service.grpcPort()),
                        new Server(bare.pid(), bare.grpcPort())));
        Result again = contest(
                "query-again",
                "One movie asked for again with its ETag over HTTP, " + CONNECTIONS + " connections",
                "bare Javalin",
                0.9,
                new Servers(
                        http(CONNECTIONS, had(popular)),
                        http(CONNECTIONS, had(any)),
                        serviceHttp(),
                        new Server(bare.pid(), bare.httpPort())));
        return List.of(
                http.remark(
                        wrk
                                ? "The requests came from wrk."
                                : "wrk is not installed; the requests came from the bench."),
                again.remark("movie-query answers 304 without a body, bare Javalin its whole answer."),
                grpc,
                waited("query-batch", "A batch of " + BATCH + " movies over HTTP, one caller", BATCH, batches()),
                waited("query-chart", "A chart of " + CHART + " movies over HTTP, one caller", CHART, charts()));
    }

    private Server serviceHttp() {
        return new Server(service.pid(), service.httpPort());
    }

    private static List<Asked> paths(List<String> ids) {
        return ids.stream().map(MovieReader::pathOf).map(Asked::of).toList();
    }

    /** With the validators of answers that callers have already. */
    private List<Asked> had(List<String> ids) throws IOException, InterruptedException {
        List<Asked> requests = new ArrayList<>();
        for (String id : ids.subList(0, HAD)) {
            String path = MovieReader.pathOf(id);
            requests.add(new Asked(path, reader.etag(path)));
        }
        return requests;
    }

    private Requests http(int connections, List<Asked> requests) throws IOException {
        return wrk ? new WrkRequests(connections, requests, folder) : new SocketRequests(connections, requests);
    }

    private record Servers(Requests popular, Requests any, Server marquee, Server bare) {}

    private Result contest(String id, String title, String baseline, double least, Servers servers) throws Exception {
        bench.say("query: " + title);
        Turn bareTurn = new Turn(servers.popular, servers.bare, TURN, Load::perSecond).warmUp();
        Turn popularTurn = new Turn(servers.popular, servers.marquee, TURN, Load::perSecond).warmUp();
        Turn anyTurn = new Turn(servers.any, servers.marquee, TURN, Load::perSecond);
        Map<String, Figures> figures = new Contest(bench::say)
                .contender(baseline, bareTurn)
                .contender(MARQUEE, popularTurn)
                .contender(UNIFORM, anyTurn)
                .rounds(bench.runs());
        Figures bareFigures = figures.get(baseline);
        return Result.of(id, title, movies.count(), "requests/s", true, figures.get(MARQUEE))
                .baseline(baseline, bareFigures)
                .baseline(UNIFORM, figures.get(UNIFORM))
                .target(Target.ratio(
                        "at least %.2f of %s".formatted(least, baseline),
                        figures.get(MARQUEE).median(),
                        bareFigures.median(),
                        least))
                .remark(
                        "Server, load generator and broker share the machine; each is a process of its own. The answer of %s is one of %,d bytes of JSON, or the same as a message."
                                .formatted(baseline, bytes))
                .remark(bareTurn.remark(baseline))
                .remark(popularTurn.remark(MARQUEE + ", popular movies more often"))
                .remark(anyTurn.remark(UNIFORM));
    }

    /** What one caller waits, since under full load it would be the others that he waits for. */
    private Result waited(String id, String title, int size, List<Asked> requests) throws Exception {
        bench.say("query: " + title);
        // Warm since the contest over HTTP.
        Turn one = new Turn(http(1, paths(popular)), serviceHttp(), TURN, Load::p99);
        Turn many = new Turn(http(1, requests), serviceHttp(), TURN, Load::p99).warmUp();
        Map<String, Figures> figures = new Contest(bench::say)
                .contender(ONE, one)
                .contender(title, many)
                .rounds(bench.runs());
        double ratio = figures.get(title).median() / figures.get(ONE).median();
        return Result.of(id, title + ", p99", size, "ms", false, figures.get(title))
                .baseline(ONE, figures.get(ONE))
                .target(new Target("p99 within 5 times that of one movie", "%.2f".formatted(ratio), ratio <= 5))
                .remark(one.remark("One movie"))
                .remark(many.remark(title));
    }

    private static List<Asked> charts() {
        return IntStream.range(0, CHARTS)
                .mapToObj(minimum -> "/v1/charts/top-rated?pageSize=" + CHART + "&minimum=" + minimum)
                .map(Asked::of)
                .toList();
    }

    private List<Asked> batches() {
        return IntStream.range(0, ASKED / BATCH)
                .mapToObj(batch -> any.subList(batch * BATCH, (batch + 1) * BATCH))
                .map(ids -> ids.stream().distinct().toList())
                .map(MovieReader::pathOf)
                .map(Asked::of)
                .toList();
    }
}
