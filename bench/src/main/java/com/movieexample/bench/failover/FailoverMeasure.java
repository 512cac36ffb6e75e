package com.movieexample.bench.failover;

import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.query.MovieLog;
import com.movieexample.bench.query.SampleMovies;
import com.movieexample.bench.report.Result;
import com.movieexample.runtime.grpc.FutureAnswer;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers notice of an aggregator that is killed, and of all of them being restarted one after the other. */
public final class FailoverMeasure implements Measure {
    private static final int MOVIES = 2_000;
    private static final int RATINGS = 200_000;
    private static final int AGGREGATORS = 3;
    private static final int QUERY_PER_SECOND = 2_000;
    private static final int RATING_PER_SECOND = 500;
    private static final int KILLS = 3;
    private static final Pattern DETAIL = Pattern.compile("\"detail\":\"([^\"]*)\"");
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** After this long without a sign of life an aggregator is taken for dead, and others take its partitions. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private static final Duration AFTER_A_KILL = SESSION.multipliedBy(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RIGHT_WITHIN = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public String description() {
        return "an aggregator killed, and all restarted, under reads; eight minutes, not part of all";
    }

    @Override
    public boolean isInAll() {
        return false;
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        SampleMovies movies = new SampleMovies(MOVIES, bench.seed());
        String prefix = "bench-failover-" + System.nanoTime() + ".";
        bench.say("failover: %d aggregators, %,d reads/s of movie-query and %,d of GET /rating"
                .formatted(AGGREGATORS, QUERY_PER_SECOND, RATING_PER_SECOND));
        try (MovieLog log = new MovieLog(bench.broker().bootstrapServers(), prefix)) {
            log.write(movies, RATINGS);
            try (Fleet fleet = new Fleet(bench, log, AGGREGATORS, Fleet.SMALL)) {
                return run(bench, movies, fleet);
            }
        }
    }

    private static List<Result> run(Bench bench, SampleMovies movies, Fleet fleet) throws Exception {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ManagedChannel grpc = ManagedChannelBuilder.forAddress(
                        "127.0.0.1", fleet.query().grpcPort())
                .usePlaintext()
                .build();
        try (PacedReads query = new PacedReads(
                        "reads of movie-query", QUERY_PER_SECOND, MOVIES, movie -> askMovieQuery(grpc, movies, movie));
                PacedReads rating = new PacedReads(
                        "reads of GET /rating",
                        RATING_PER_SECOND,
                        MOVIES,
                        movie -> askRating(http, fleet.ingester().httpPort(), movies, movie))) {
            awaitRight(() -> allRight(movies, movie -> askMovieQuery(grpc, movies, movie)));
            awaitRight(() ->
                    allRight(movies, movie -> askRating(http, fleet.ingester().httpPort(), movies, movie)));
            query.start();
            rating.start();
            Thread.sleep(WARM_UP.toMillis());
            return new Phases(bench, query, rating).run(fleet);
        } finally {
            grpc.shutdownNow();
        }
    }

    private static void awaitRight(BooleanSupplier right) throws InterruptedException {
        long deadline = System.nanoTime() + RIGHT_WITHIN.toNanos();
        while (!right.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all answers were right within " + RIGHT_WITHIN);
            }
            Thread.sleep(500);
        }
    }

    private static boolean allRight(SampleMovies movies, IntFunction<CompletableFuture<Boolean>> read) {
        for (int movie = 0; movie < movies.count(); movie++) {
            if (!read.apply(movie).exceptionally(failure -> false).join()) {
                return false;
            }
        }
        return true;
    }

    private static CompletableFuture<Boolean> askMovieQuery(ManagedChannel grpc, SampleMovies movies, int movie) {
        FutureAnswer<GetMovieDetailsResponse> answer = new FutureAnswer<>();
        MovieServiceGrpc.newStub(grpc)
                .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .getMovieDetails(
                        GetMovieDetailsRequest.newBuilder()
                                .setMovieId(SampleMovies.id(movie))
                                .build(),
                        answer);
        return answer.future()
                .thenApply(found -> found.getMovieDetails().getRating().getCount() == movies.count(movie)
                        && found.getMovieDetails().getRating().getSumHundredths() == movies.sumHundredths(movie));
    }

    private static CompletableFuture<Boolean> askRating(HttpClient http, int port, SampleMovies movies, int movie) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/rating?id=" + SampleMovies.id(movie)))
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() == 200) {
                return new BigDecimal(answer.body()).compareTo(mean(movies, movie)) == 0;
            }
            if (answer.statusCode() == 404) {
                return movies.count(movie) == 0;
            }
            Matcher detail = DETAIL.matcher(answer.body());
            throw new IllegalStateException(answer.statusCode() + (detail.find() ? ": " + detail.group(1) : ""));
        });
    }

    /** Of a movie that nobody rated, something that no answer is. */
    private static BigDecimal mean(SampleMovies movies, int movie) {
        long count = movies.count(movie);
        return count == 0
                ? BigDecimal.ONE.negate()
                : BigDecimal.valueOf(movies.sumHundredths(movie), 2)
                        .divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
    }

    /** What happens to the aggregators, one thing after the other. */
    private record Phases(Bench bench, PacedReads query, PacedReads rating) {
        private List<Result> run(Fleet fleet) throws Exception {
            List<Seen> queryKilled = new ArrayList<>();
            List<Seen> ratingKilled = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                takeBoth("before kill %d".formatted(kill + 1));
                fleet.kill(kill % fleet.aggregators());
                Thread.sleep(AFTER_A_KILL.toMillis());
                List<Seen> seen = takeBoth("kill %d of %d".formatted(kill + 1, KILLS));
                queryKilled.add(seen.get(0));
                ratingKilled.add(seen.get(1));
                fleet.startAgain(kill % fleet.aggregators());
                Thread.sleep(SESSION.toMillis());
            }
            takeBoth("back again");
            for (int number = 0; number < fleet.aggregators(); number++) {
                fleet.stop(number);
                fleet.startAgain(number);
            }
            List<Seen> rolling = takeBoth("rolling restart");
            return List.of(
                    result("failover-kill-query", "One aggregator killed, reads of movie-query", queryKilled, 0),
                    result(
                            "failover-kill-rating",
                            "One aggregator killed, reads of GET /rating",
                            ratingKilled,
                            SESSION.toMillis()),
                    result(
                            "failover-rolling-query",
                            "All aggregators restarted, reads of movie-query",
                            List.of(rolling.get(0)),
                            0),
                    result(
                            "failover-rolling-rating",
                            "All aggregators restarted, reads of GET /rating",
                            List.of(rolling.get(1)),
                            SESSION.toMillis()));
        }

        private List<Seen> takeBoth(String when) {
            List<Seen> seen = List.of(query.take(), rating.take());
            bench.say("  %s: movie-query %s; GET /rating %s".formatted(when, seen.get(0), seen.get(1)));
            return seen;
        }

        /** @param most the longest gap that is wanted, ms; 0 where there is to be no error either */
        private static Result result(String id, String title, List<Seen> seen, long most) {
            Figures gaps = new Figures(seen.stream().map(Seen::gap).toList());
            long wrong = seen.stream().mapToLong(Seen::wrong).sum();
            long errors = seen.stream().mapToLong(Seen::errorCount).sum();
            Result result = Result.of(id, title + ": longest gap", RATINGS, "ms", false, gaps)
                    .target(new Result.Target("no wrong answer", Long.toString(wrong), wrong == 0));
            result = most == 0
                    ? result.target(new Result.Target("no error", Long.toString(errors), errors == 0))
                    : result.target(Result.Target.atMost(
                            "no gap as long as the session timeout, %,d ms".formatted(most), gaps.greatest(), (double)
                                    most));
            for (Seen one : seen) {
                result = result.remark(one + ".");
            }
            return result;
        }
    }
}
