package com.movieexample.launcher.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Folders in MovieLens' layout, alike for the same seed. A later seed rates many of the same movies by the same users
 * again, so that its import replaces ratings. The last movies are rated by none of them.
 */
final class GeneratedRatings {
    static final int UNRATED = 5;
    private static final int MOVIES = 300;
    private static final int USERS = 1_000;
    private static final int HALF_STARS = 10;
    private static final long DAY_SECONDS = 86_400;
    private static final long FIRST_DAY = 1_700_000_000;

    private GeneratedRatings() {}

    /** @return the folder, which holds the same movies for every seed */
    static Path write(Path folder, long seed, int ratings) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n");
        Files.writeString(folder.resolve("movies.csv"), movies());
        Files.writeString(folder.resolve("ratings.csv"), ratings(new Random(seed), seed, ratings));
        return folder;
    }

    /** The id of one of the {@link #UNRATED} movies that no generated rating is of. */
    static String unrated(int number) {
        return Integer.toString(MOVIES + 1 + number % UNRATED);
    }

    private static String movies() {
        return IntStream.rangeClosed(1, MOVIES + UNRATED)
                .mapToObj(id -> id + ",Film " + id + " (2001),Drama\n")
                .collect(Collectors.joining("", "movieId,title,genres\n", ""));
    }

    private static String ratings(Random random, long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%d,%d,%s,%d%n"
                        .formatted(
                                1 + random.nextInt(USERS),
                                1 + random.nextInt(MOVIES),
                                0.5 + 0.5 * random.nextInt(HALF_STARS),
                                FIRST_DAY + seed * DAY_SECONDS + random.nextInt((int) DAY_SECONDS)))
                .collect(Collectors.joining("", "userId,movieId,rating,timestamp\n", ""));
    }
}
