package com.movieexample.query.catalog;

import com.movieexample.api.InvalidInputException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which movies a list has.
 *
 * @param genres that a movie has all of, in whatever case
 * @param fromYear the first year of release; a movie of an unknown year is in no list with a first or a last one
 * @param toYear the last one
 * @param minCount how many ratings a movie has at least
 */
public record Filter(List<String> genres, OptionalInt fromYear, OptionalInt toYear, long minCount) {
    public static final Filter NONE = new Filter(List.of(), OptionalInt.empty(), OptionalInt.empty(), 0);

    private static final int MOST_GENRES = 10;

    public Filter {
        genres = List.copyOf(genres);
        if (genres.size() > MOST_GENRES || genres.stream().anyMatch(String::isBlank)) {
            throw new InvalidInputException(
                    "genre", String.join(", ", genres), "at most " + MOST_GENRES + " genres, none of them empty");
        }
        if (minCount < 0) {
            throw new InvalidInputException("minCount", Long.toString(minCount), "a whole number from 0 on");
        }
        if (fromYear.isPresent() && toYear.isPresent() && fromYear.getAsInt() > toYear.getAsInt()) {
            throw new InvalidInputException(
                    "toYear", Integer.toString(toYear.getAsInt()), "a year from " + fromYear.getAsInt() + " on");
        }
    }

    boolean takesYear(int year) {
        if (year == Columns.NO_YEAR) {
            return fromYear.isEmpty() && toYear.isEmpty();
        }
        return (fromYear.isEmpty() || year >= fromYear.getAsInt()) && (toYear.isEmpty() || year <= toYear.getAsInt());
    }
}
