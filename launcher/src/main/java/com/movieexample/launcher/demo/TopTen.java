package com.movieexample.launcher.demo;

import com.movieexample.api.v1.MovieDetails;
import com.movieexample.launcher.terminal.Terminal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The best rated movies that enough people rated. */
final class TopTen {
    private static final int ENOUGH = 30;

    private final Terminal terminal;

    TopTen(Terminal terminal) {
        this.terminal = terminal;
    }

    static MovieDetails best(List<MovieDetails> movies) {
        return ranked(movies).findFirst().orElseThrow();
    }

    void print(List<MovieDetails> movies) {
        List<MovieDetails> ten = ranked(movies).limit(10).toList();
        terminal.say("       mean  ratings");
        for (int i = 0; i < ten.size(); i++) {
            MovieDetails movie = ten.get(i);
            terminal.say(String.format(
                    Locale.ROOT,
                    "  %2d  %.4f  %7d  %s (%d)",
                    i + 1,
                    movie.getRating().getMean(),
                    movie.getRating().getCount(),
                    movie.getMetadata().getTitle(),
                    movie.getMetadata().getYear()));
        }
    }

    private static Stream<MovieDetails> ranked(List<MovieDetails> movies) {
        return movies.stream()
                .filter(movie -> movie.getRating().getCount() >= ENOUGH)
                .sorted(Comparator.comparingDouble(
                                (MovieDetails movie) -> movie.getRating().getMean())
                        .reversed()
                        .thenComparing(movie -> movie.getMetadata().getId()));
    }
}
