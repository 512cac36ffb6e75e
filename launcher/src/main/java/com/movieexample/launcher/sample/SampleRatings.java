package com.movieexample.launcher.sample;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model that makes up the ratings of the sample: users differ in how generous they are and in how much they have
 * seen, films in how many have seen them and how they are liked. One seed always gives the same ratings.
 *
 * <p>Chance comes from {@link Random} and logarithms from {@link StrictMath}, whose results are specified to the bit;
 * newer generators and {@link Math#log} may differ between JDKs. Immutable and thread-safe.
 */
public final class SampleRatings {
    private static final long DEFAULT_SEED = 1895;
    private static final int USERS = 600;
    private static final double TASTE_SPREAD = 0.95;
    private static final double SHARE_RATED_AGAIN = 0.02;
    private static final int HUNDREDTHS_PER_STEP = 50;
    private static final int STEPS = 10;

    private static final long FIRST_DAY = startOfYear(2016);
    private static final long END = startOfYear(2026);
    private static final long DAY = 86_400_000;

    private static final Comparator<SampleRating> BY_TIME = comparingLong(SampleRating::ratedAt)
            .thenComparing(SampleRating::userId)
            .thenComparing(SampleRating::filmId);

    private final long seed;
    private final List<FilmAppeal> appeals;
    private final Map<String, Integer> years;

    /** The ratings that the demo shows. */
    public SampleRatings() {
        this(DEFAULT_SEED);
    }

    /** The ratings of another seed, of the same kind. */
    public SampleRatings(long seed) {
        this.seed = seed;
        this.appeals = FilmAppeals.load();
        this.years = SampleFilms.load().stream().collect(toUnmodifiableMap(SampleFilm::id, SampleFilm::year));
    }

    /** About 20,000 events, the earliest first; where a user rated a film twice, both are in the list. */
    public List<SampleRating> ratings() {
        Random random = new Random(seed);
        List<SampleRating> ratings = new ArrayList<>();
        for (int number = 1; number <= USERS; number++) {
            SampleUser user = SampleUser.random(number, random);
            for (FilmAppeal film : filmsSeenBy(user, random)) {
                rate(user, film, random, ratings);
            }
        }
        ratings.sort(BY_TIME);
        return List.copyOf(ratings);
    }

    /** Each film arrives after a random delay, a shorter one if popular: the first ones are a weighted draw. */
    private List<FilmAppeal> filmsSeenBy(SampleUser user, Random random) {
        record Arrival(FilmAppeal film, double delay) {}
        return appeals.stream()
                .map(film -> new Arrival(film, -StrictMath.log(1 - random.nextDouble()) / film.popularity()))
                .sorted(comparingDouble(Arrival::delay))
                .limit(user.films())
                .map(Arrival::film)
                .toList();
    }

    private void rate(SampleUser user, FilmAppeal film, Random random, List<SampleRating> ratings) {
        // From the year after the release on, so that nobody rates a film that is not out yet.
        long earliest = Math.max(FIRST_DAY, startOfYear(years.get(film.filmId()) + 1));
        long first = between(earliest, END - DAY, random);
        ratings.add(new SampleRating(user.id(), film.filmId(), value(user, film, random), first));
        if (random.nextDouble() < SHARE_RATED_AGAIN) {
            long later = between(first + 1, END, random);
            ratings.add(new SampleRating(user.id(), film.filmId(), value(user, film, random), later));
        }
    }

    private static int value(SampleUser user, FilmAppeal film, Random random) {
        double liking = film.appeal() + user.leaning() + TASTE_SPREAD * random.nextGaussian();
        long step = Math.round(liking * 100 / HUNDREDTHS_PER_STEP);
        return (int) Math.max(1, Math.min(STEPS, step)) * HUNDREDTHS_PER_STEP;
    }

    private static long between(long from, long before, Random random) {
        return from + (long) (random.nextDouble() * (before - from));
    }

    private static long startOfYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
