package com.movieexample.bench.query;

import com.movieexample.api.Positions;
import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.bench.report.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How many joined movies movie-query answers, beside servers that only send one prepared answer. */
public final class QueryMeasure implements Measure {
    private static final int MOVIES = 20_000;
    private static final int RATINGS = 400_000;
    private static final int CHECKED = 100;
    private static final List<String> SERVER = List.of("-Xmx1g");
    private static final List<String> AGGREGATOR = List.of("-Xmx1g");

    @Override
    public String name() {
        return "query";
    }

    @Override
    public String description() {
        return "one movie, the same again, a hundred and a chart over HTTP and gRPC, beside bare servers";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        SampleMovies movies = new SampleMovies(MOVIES, bench.seed());
        String prefix = "bench-query-" + System.nanoTime() + ".";
        try (MovieLog log = new MovieLog(bench.broker().bootstrapServers(), prefix);
                MarqueeJvm service = log.start(
                        SERVER, List.of("query", "--position-timeout", "120s"), bench.newFolder("movie-query"))) {
            fill(log, service, movies, bench);
            try (MovieReader reader = new MovieReader(service)) {
                return run(bench, service, reader, movies);
            }
        }
    }

    /** The fold runs once, and is gone when the measuring begins. */
    private static void fill(MovieLog log, MarqueeJvm service, SampleMovies movies, Bench bench) throws Exception {
        bench.say("query: %,d movies and %,d ratings go through the log and the aggregator".formatted(MOVIES, RATINGS));
        Path folder = bench.newFolder("rating-aggregator");
        try (MarqueeJvm aggregator = log.start(AGGREGATOR, List.of("aggregator"), folder)) {
            Positions written = log.write(movies, RATINGS);
            aggregator.awaitReady();
            service.awaitReady();
            try (MovieReader reader = new MovieReader(service)) {
                reader.get(MovieReader.pathOf(SampleMovies.id(0)), written);
            }
        }
    }

    private static List<Result> run(Bench bench, MarqueeJvm service, MovieReader reader, SampleMovies movies)
            throws Exception {
        List<ExpectedMovie> checked = new SplittableRandom(bench.seed())
                .ints(0, MOVIES)
                .distinct()
                .limit(CHECKED)
                .mapToObj(movie -> new ExpectedMovie(movies, movie))
                .toList();
        reader.check(checked);
        String typical = typical(reader);
        byte[] json = reader.get(MovieReader.pathOf(typical), Positions.NONE);
        try (BareServers bare =
                BareServers.start(SERVER, json, reader.details(typical), bench.newFolder("bare-servers"))) {
            List<Result> results = new QueryContests(bench, movies, service, reader, bare, json.length).run();
            reader.check(checked);
            return results;
        }
    }

    /** The movie whose answer is of middling length among some, so that all contenders send as much. */
    private static String typical(MovieReader reader) throws Exception {
        record Answered(String id, int bytes) {}
        List<Answered> answered = new ArrayList<>();
        for (int movie : IntStream.range(0, CHECKED)
                .map(place -> place * (MOVIES / CHECKED))
                .toArray()) {
            String id = SampleMovies.id(movie);
            answered.add(new Answered(id, reader.get(MovieReader.pathOf(id), Positions.NONE).length));
        }
        return answered.stream()
                .sorted(Comparator.comparingInt(Answered::bytes))
                .toList()
                .get(CHECKED / 2)
                .id();
    }
}
