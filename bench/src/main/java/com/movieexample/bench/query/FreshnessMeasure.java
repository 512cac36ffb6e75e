package com.movieexample.bench.query;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.bench.report.Result;
import com.movieexample.bench.report.Result.Target;
import java.time.Duration;
import java.util.List;

/** How long after its acknowledgement a rating is seen by readers, while {@value #PER_SECOND} come in every second. */
public final class FreshnessMeasure implements Measure {
    private static final int MOVIES = 2_000;
    private static final int PER_SECOND = 5_000;
    /**
     * Compilers of the JVM ask for numbers of calls, not for time: at the measured pace those of the four processes take
     * half of the machine for minutes. So they get more calls in less time, and then a pause for what they have queued.
     */
    private static final int WARM_UP_PER_SECOND = 4 * PER_SECOND;

    private static final Duration WARM_UP = Duration.ofSeconds(50);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration RUN = Duration.ofSeconds(8);
    private static final List<String> HEAP = List.of("-Xmx1g");

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String description() {
        return "how soon a rating is seen in the aggregator and in movie-query, at 5,000 a second";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        SampleMovies movies = new SampleMovies(MOVIES, bench.seed());
        String prefix = "bench-freshness-" + System.nanoTime() + ".";
        bench.say("freshness: %,d ratings a second".formatted(PER_SECOND));
        try (MovieLog log = new MovieLog(bench.broker().bootstrapServers(), prefix);
                MarqueeJvm aggregator = log.start(HEAP, patient("aggregator"), bench.newFolder("rating-aggregator"));
                MarqueeJvm query = log.start(HEAP, patient("query"), bench.newFolder("movie-query"))) {
            log.write(movies, MOVIES);
            aggregator.awaitReady();
            query.awaitReady();
            try (FreshnessProbe inAggregator = FreshnessProbe.ofAggregator(aggregator.grpcPort());
                    FreshnessProbe inQuery = FreshnessProbe.ofMovieQuery(query.grpcPort())) {
                SteadyRatings ratings = new SteadyRatings(log, movies, List.of(inAggregator, inQuery));
                List<Result> results = run(bench, ratings, inAggregator, inQuery);
                try (MovieReader reader = new MovieReader(query)) {
                    reader.awaitAndCheck(movies, ratings.written());
                }
                return results;
            }
        }
    }

    /** A service that falls behind shows in the figures, and not as an error. */
    private static List<String> patient(String service) {
        return List.of(service, "--position-timeout", "60s");
    }

    private static List<Result> run(
            Bench bench, SteadyRatings ratings, FreshnessProbe inAggregator, FreshnessProbe inQuery) throws Exception {
        ratings.write(WARM_UP_PER_SECOND, WARM_UP);
        Thread.sleep(PAUSE.toMillis());
        inAggregator.take();
        inQuery.take();
        Percentiles aggregator = new Percentiles();
        Percentiles query = new Percentiles();
        for (int run = 0; run < bench.runs(); run++) {
            ratings.write(PER_SECOND, RUN);
            aggregator.add(inAggregator.take());
            query.add(inQuery.take());
            bench.say("  run %d of %d, p99: %.1f ms in the aggregator, %.1f ms in movie-query"
                    .formatted(run + 1, bench.runs(), last(aggregator.p99), last(query.p99)));
        }
        return List.of(
                result("freshness-aggregator", "the aggregator's store", aggregator, 40),
                result("freshness-query", "movie-query", query, 200));
    }

    private static double last(Figures figures) {
        return figures.runs().get(figures.runs().size() - 1);
    }

    private static Result result(String id, String where, Percentiles percentiles, double most) {
        return Result.of(
                        id,
                        "From the acknowledgement of a rating to its sight in " + where + ", p99",
                        PER_SECOND,
                        "ms",
                        false,
                        percentiles.p99)
                .target(Target.atMost("p99 at most %.0f ms".formatted(most), percentiles.p99.median(), most))
                .remark(
                        "Half of them are seen within %.1f ms. A reader asks with the rating's position as soon as it has it; his question and its answer are part of the time."
                                .formatted(percentiles.p50.median()))
                .remark("At %,d ratings/s; about one in fifty is looked for.".formatted(PER_SECOND));
    }

    /** Of each run. */
    private static final class Percentiles {
        private Figures p50 = Figures.NONE;
        private Figures p99 = Figures.NONE;

        private void add(Load seen) {
            p50 = p50.and(seen.p50());
            p99 = p99.and(seen.p99());
        }
    }
}
