package com.movieexample.query.lists;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.WeightedScore;
import com.movieexample.query.catalog.DayWeights;
import com.movieexample.query.catalog.Filter;
import com.movieexample.query.catalog.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a list.
 *
 * @param words that titles must fit; empty for all movies
 * @param chart whether it is a chart: of movies that somebody rated only
 * @param minimum of the weighted score
 * @param prior of the weighted score; empty for what is usual
 * @param halfLifeDays of the trend
 * @param size of a page
 * @param pageToken of the page before; empty for the first one
 */
public record ListQuery(
        Optional<String> words,
        Filter filter,
        Sort sort,
        boolean chart,
        long minimum,
        Optional<BigDecimal> prior,
        BigDecimal halfLifeDays,
        int size,
        String pageToken) {
    /** What there are charts of. */
    public static final List<Sort> CHARTS = List.of(Sort.TOP_RATED, Sort.MOST_RATED, Sort.TRENDING);

    public static final int DEFAULT_SIZE = 20;
    public static final int CHART_SIZE = 50;

    private static final int MOST = 100;

    public ListQuery {
        if (sort == Sort.RELEVANCE && words.isEmpty()) {
            throw new InvalidInputException("sort", sort.text(), "another one, or what to search for as q");
        }
        WeightedScore.requireMinimum(minimum);
        prior.ifPresent(WeightedScore::requirePrior);
        DayWeights.requireHalfLife(halfLifeDays);
        if (size < 1 || size > MOST) {
            throw new InvalidInputException("pageSize", Integer.toString(size), "1 to " + MOST);
        }
    }

    /**
     * @param usual what a prior is that was not given
     * @param today in days since 1970
     */
    Order order(BigDecimal usual, long today) {
        return switch (sort) {
            case RELEVANCE -> Order.relevance();
            case TOP_RATED -> Order.topRated(minimum, prior.orElse(usual));
            case MOST_RATED -> Order.mostRated();
            case TRENDING ->
                chart
                        ? Order.onlyTrending(new DayWeights(today, halfLifeDays))
                        : Order.trending(new DayWeights(today, halfLifeDays));
            case NEWEST -> Order.newest();
            case OLDEST -> Order.oldest();
            case TITLE -> Order.title();
        };
    }

    Filter allowed() {
        return chart && filter.minCount() == 0
                ? new Filter(filter.genres(), filter.fromYear(), filter.toYear(), 1)
                : filter;
    }

    /** What all pages of one list have in common. */
    List<Object> list() {
        return List.of(words, filter, sort, chart, minimum, prior.map(BigDecimal::toPlainString), halfLifeDays);
    }
}
