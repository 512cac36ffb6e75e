package com.movieexample.launcher.importing;

import com.google.common.base.Splitter;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import com.movieexample.topics.MetadataRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code movies.csv}: titles, which end in the year of release as a rule, and genres. Not thread-safe. */
final class MovieLensMovies {
    private static final Pattern TITLE_AND_YEAR = Pattern.compile("(.*\\S)\\s*\\((\\d{4})\\)");
    private static final Splitter GENRES = Splitter.on('|').trimResults().omitEmptyStrings();
    private static final String NO_GENRES = "(no genres listed)";

    private final MovieLensLinks links;
    private final Set<String> seen = new HashSet<>();

    MovieLensMovies(MovieLensLinks links) {
        this.links = links;
    }

    /** @throws InvalidInputException naming the first column that is wrong */
    Metadata read(List<String> columns) {
        String movieId = MovieLensIds.require("movieId", columns.get(0));
        // Two puts of one id may overtake each other, and then the answer would be a matter of luck.
        if (!seen.add(movieId)) {
            throw new InvalidInputException("movieId", movieId, "one that no line before has");
        }
        Metadata.Builder metadata = Metadata.newBuilder().setId(movieId).putAllExternalIds(links.of(movieId));
        readTitle(columns.get(1).strip(), metadata);
        String genres = columns.get(2).strip();
        return genres.equals(NO_GENRES)
                ? metadata.build()
                : metadata.addAllGenres(GENRES.split(genres)).build();
    }

    /** Takes the year out of the title; what is no plain year of a film, {@code (2006–2007)} for one, stays in it. */
    private static void readTitle(String title, Metadata.Builder metadata) {
        Matcher matcher = TITLE_AND_YEAR.matcher(title);
        if (matcher.matches() && isYear(Integer.parseInt(matcher.group(2)))) {
            metadata.setTitle(matcher.group(1)).setYear(Integer.parseInt(matcher.group(2)));
        } else {
            metadata.setTitle(title);
        }
    }

    private static boolean isYear(int number) {
        return number >= MetadataRules.FIRST_YEAR && number <= MetadataRules.LAST_YEAR;
    }
}
