package com.movieexample.bench.workload;

import com.movieexample.bench.contest.WrongAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The right answer to a sequence of events: of each user and movie the last event by time counts. Immutable. */
public final class WorkloadAnswer {
    private final List<MovieRatings> byMovie;
    private final int pairs;
    private final int live;

    private WorkloadAnswer(List<MovieRatings> byMovie, int pairs, int live) {
        this.byMovie = byMovie;
        this.pairs = pairs;
        this.live = live;
    }

    /** Takes about 21 bytes of heap for each event meanwhile. */
    public static WorkloadAnswer of(RatingWorkload workload) {
        return of(List.of(workload));
    }

    /** To the events of several workloads together. */
    public static WorkloadAnswer of(List<RatingWorkload> workloads) {
        LastVersions last = new LastVersions(
                workloads.stream().mapToInt(RatingWorkload::size).sum());
        workloads.forEach(workload -> workload.forEach(last::add));
        return of(last);
    }

    /** @param most how many events there are at most */
    static WorkloadAnswer of(Iterable<WorkloadEvent> events, int most) {
        LastVersions last = new LastVersions(most);
        events.forEach(last::add);
        return of(last);
    }

    private static WorkloadAnswer of(LastVersions last) {
        int[][] counts = new int[RatingWorkload.MOVIES + 1][];
        last.forEachLive((movie, value) -> {
            if (counts[movie] == null) {
                counts[movie] = new int[MovieRatings.VALUES];
            }
            counts[movie][value / ValueShares.STEP - 1]++;
        });
        List<MovieRatings> byMovie = new ArrayList<>(counts.length);
        int live = 0;
        for (int[] histogram : counts) {
            MovieRatings ratings = sumUp(histogram);
            byMovie.add(ratings);
            live += (int) ratings.count();
        }
        return new WorkloadAnswer(byMovie, last.pairs(), live);
    }

    private static MovieRatings sumUp(int[] histogram) {
        if (histogram == null) {
            return MovieRatings.NONE;
        }
        List<Integer> counts = new ArrayList<>(MovieRatings.VALUES);
        long count = 0;
        long sum = 0;
        for (int i = 0; i < histogram.length; i++) {
            counts.add(histogram[i]);
            count += histogram[i];
            sum += (long) histogram[i] * (i + 1) * ValueShares.STEP;
        }
        return new MovieRatings(count, sum, counts);
    }

    /** @param movie numbered from 1 to {@link RatingWorkload#MOVIES} */
    public MovieRatings of(int movie) {
        return byMovie.get(movie);
    }

    /** How many users and movies have an event together. */
    public int pairs() {
        return pairs;
    }

    /** How many ratings are live. */
    public int live() {
        return live;
    }

    /**
     * Compares every movie.
     *
     * @param answers what the contender says of a movie; null or {@link MovieRatings#NONE} for one without ratings
     * @throws WrongAnswerException at the first movie that differs
     */
    public void check(String contender, IntFunction<MovieRatings> answers) {
        for (int movie = 1; movie < byMovie.size(); movie++) {
            MovieRatings said = answers.apply(movie);
            MovieRatings right = byMovie.get(movie);
            if (!right.equals(said == null ? MovieRatings.NONE : said)) {
                throw new WrongAnswerException(contender, "movie %d has %s, expected %s".formatted(movie, said, right));
            }
        }
    }

    /** The same for one that keeps count and sum only. */
    public void checkCountAndSum(String contender, IntFunction<MovieRatings> answers) {
        check(contender, movie -> {
            MovieRatings said = answers.apply(movie);
            MovieRatings right = byMovie.get(movie);
            boolean same = said != null && said.count() == right.count() && said.sum() == right.sum();
            return same ? right : said;
        });
    }
}
