package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.WeightedScore;
import com.movieexample.api.v1.GetChartRequest;
import com.movieexample.api.v1.ListMoviesRequest;
import com.movieexample.api.v1.MovieFilter;
import com.movieexample.api.v1.MovieSort;
import com.movieexample.api.v1.Scoring;
import com.movieexample.query.catalog.DayWeights;
import com.movieexample.query.catalog.Filter;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.Sort;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** What gRPC requests for lists say. */
final class ListRequests {
    private ListRequests() {}

    static ListQuery list(ListMoviesRequest request) {
        Optional<String> words = Optional.of(request.getQuery()).filter(query -> !query.isEmpty());
        Sort sort = request.getSort() == MovieSort.MOVIE_SORT_UNSPECIFIED
                ? (words.isPresent() ? Sort.RELEVANCE : Sort.TITLE)
                : sort("sort", request.getSort());
        int size = request.getPageSize() == 0 ? ListQuery.DEFAULT_SIZE : request.getPageSize();
        return query(words, sort, false, request.getFilter(), request.getScoring(), size, request.getPageToken());
    }

    static ListQuery chart(GetChartRequest request) {
        Sort chart = sort("chart", request.getChart());
        if (!ListQuery.CHARTS.contains(chart)) {
            throw new InvalidInputException("chart", request.getChart().name(), "TOP_RATED, MOST_RATED or TRENDING");
        }
        int size = request.getPageSize() == 0 ? ListQuery.CHART_SIZE : request.getPageSize();
        return query(
                Optional.empty(), chart, true, request.getFilter(), request.getScoring(), size, request.getPageToken());
    }

    private static Sort sort(String field, MovieSort sort) {
        return switch (sort) {
            case MOVIE_SORT_RELEVANCE -> Sort.RELEVANCE;
            case MOVIE_SORT_TOP_RATED -> Sort.TOP_RATED;
            case MOVIE_SORT_MOST_RATED -> Sort.MOST_RATED;
            case MOVIE_SORT_TRENDING -> Sort.TRENDING;
            case MOVIE_SORT_NEWEST -> Sort.NEWEST;
            case MOVIE_SORT_OLDEST -> Sort.OLDEST;
            case MOVIE_SORT_TITLE -> Sort.TITLE;
            case MOVIE_SORT_UNSPECIFIED, UNRECOGNIZED ->
                throw new InvalidInputException(field, sort.name(), "one of MovieSort");
        };
    }

    private static ListQuery query(
            Optional<String> words,
            Sort sort,
            boolean chart,
            MovieFilter filter,
            Scoring scoring,
            int size,
            String pageToken) {
        return new ListQuery(
                words,
                new Filter(
                        filter.getGenresList(),
                        filter.hasFromYear() ? OptionalInt.of(filter.getFromYear()) : OptionalInt.empty(),
                        filter.hasToYear() ? OptionalInt.of(filter.getToYear()) : OptionalInt.empty(),
                        filter.getMinCount()),
                sort,
                chart,
                scoring.hasMinimum() ? scoring.getMinimum() : WeightedScore.DEFAULT_MINIMUM,
                scoring.hasPrior() ? Optional.of(decimal("prior", scoring.getPrior())) : Optional.empty(),
                scoring.hasHalfLifeDays()
                        ? decimal("half_life_days", scoring.getHalfLifeDays())
                        : DayWeights.DEFAULT_HALF_LIFE_DAYS,
                size,
                pageToken);
    }

    private static BigDecimal decimal(String field, double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidInputException(field, Double.toString(number), "a number");
        }
        return BigDecimal.valueOf(number);
    }
}
