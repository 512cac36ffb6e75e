package com.movieexample.query.lists;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.ViewUnavailableException;
import com.movieexample.query.catalog.Hits;
import com.movieexample.query.catalog.MovieTable;
import com.movieexample.query.catalog.Page;
import com.movieexample.query.catalog.Place;
import com.movieexample.query.titles.Titles;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Works out lists from the movies of one generation. Owns nothing; thread-safe. */
public final class Lists {
    private final MovieTable movies;
    private final Titles titles;
    private final Clock clock;

    public Lists(MovieTable movies, Titles titles, Clock clock) {
        this.movies = movies;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * @throws InvalidInputException for words that can't be searched for, or a page token of another list
     * @throws ViewUnavailableException while titles can't be searched
     */
    public MovieList make(ListQuery query) {
        Optional<PageToken> token =
                query.pageToken().isEmpty() ? Optional.empty() : Optional.of(PageToken.parse(query));
        BigDecimal prior =
                token.map(PageToken::prior).or(query::prior).or(movies::prior).orElse(BigDecimal.ZERO);
        long today = token.map(PageToken::today).orElseGet(this::today);
        Optional<Hits> hits = query.words().map(titles::search);
        Optional<Place> after = token.map(PageToken::place);
        Page page = movies.list(query.allowed(), query.order(prior, today), hits, after, query.size());
        return new MovieList(query, prior, today, token.map(PageToken::shown).orElse(0), page);
    }

    private long today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).toEpochDay();
    }
}
