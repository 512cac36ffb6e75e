package com.movieexample.bench.query;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Movies and their ratings, all of them made up from a seed, and what must be known of each in the end. Not thread-safe. */
public final class SampleMovies {
    static final int VALUES = 10;
    private static final long FIRST_RATED_AT = 1_700_000_000_000L;
    private static final List<String> WORDS = List.of(
            "night",
            "river",
            "last",
            "summer",
            "return",
            "golden",
            "city",
            "stranger",
            "silent",
            "letter",
            "winter",
            "machine",
            "garden",
            "brother",
            "ocean",
            "shadow",
            "paper",
            "train",
            "border",
            "harvest");

    private final List<Metadata> metadata;
    private final long[][] histograms;
    private final Popularity popularity;
    private final SplittableRandom random;
    private long ratings;

    public SampleMovies(int movies, long seed) {
        Random texts = new Random(seed);
        this.metadata = IntStream.range(0, movies)
                .mapToObj(movie -> describe(movie, texts))
                .toList();
        this.histograms = new long[movies][VALUES];
        this.popularity = new Popularity(movies);
        this.random = new SplittableRandom(seed);
    }

    private static Metadata describe(int movie, Random random) {
        return Metadata.newBuilder()
                .setId(id(movie))
                .setTitle(words(random, 3))
                .setDescription(words(random, 30))
                .setDirector(words(random, 2))
                .setYear(1950 + random.nextInt(75))
                .addAllGenres(List.of("Drama", "Mystery"))
                .putExternalIds("imdb", "tt%07d".formatted(movie))
                .build();
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.size())
                .mapToObj(WORDS::get)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    public static String id(int movie) {
        return "film-" + movie;
    }

    public int count() {
        return metadata.size();
    }

    Metadata metadata(int movie) {
        return metadata.get(movie);
    }

    Popularity popularity() {
        return popularity;
    }

    /** Of a movie by a user who rates but once. It counts from now on. */
    RatingEvent nextRating() {
        int movie = popularity.pick(random);
        int value = random.nextInt(VALUES);
        histograms[movie][value]++;
        ratings++;
        return RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId(id(movie))
                .setUserId("user-" + ratings)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setValue(hundredths(value))
                .setRatedAt(FIRST_RATED_AT + ratings * 1_000)
                .build();
    }

    /** The value of a place in a histogram: 50 to 500 hundredths. */
    static int hundredths(int value) {
        return 50 * (value + 1);
    }

    /** How many ratings of each value a movie has. */
    long[] histogram(int movie) {
        return histograms[movie].clone();
    }

    public long count(int movie) {
        return IntStream.range(0, VALUES)
                .mapToLong(value -> histograms[movie][value])
                .sum();
    }

    public long sumHundredths(int movie) {
        return IntStream.range(0, VALUES)
                .mapToLong(value -> histograms[movie][value] * hundredths(value))
                .sum();
    }
}
