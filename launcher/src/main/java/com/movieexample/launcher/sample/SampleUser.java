package com.movieexample.launcher.sample;

import java.util.Locale;
import java.util.Random;

/**
 * One user of the model.
 *
 * @param leaning what this user adds to a film's appeal: below 0 is strict, above is generous
 * @param films how many films this user has rated
 */
record SampleUser(String id, double leaning, int films) {
    private static final double LEANING_SPREAD = 0.35;
    private static final int FEWEST_FILMS = 3;
    private static final int MOST_FILMS = 250;
    // The number of films is log-normal: half of the users rate fewer than the median, a few rate most of the sample.
    private static final double MEDIAN_FILMS = 24;
    private static final double FILMS_SPREAD = 0.8;

    static SampleUser random(int number, Random random) {
        String id = String.format(Locale.ROOT, "user-%03d", number);
        return new SampleUser(id, LEANING_SPREAD * random.nextGaussian(), randomFilms(random));
    }

    private static int randomFilms(Random random) {
        long films = Math.round(MEDIAN_FILMS * StrictMath.exp(FILMS_SPREAD * random.nextGaussian()));
        return (int) Math.max(FEWEST_FILMS, Math.min(MOST_FILMS, films));
    }
}
