package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.WeightedScore;
import com.movieexample.query.catalog.DayWeights;
import com.movieexample.query.catalog.Filter;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.Sort;
import com.movieexample.runtime.http.QueryParameters;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What a request for a list says in its query string. */
final class ListParameters {
    private static final Set<String> OF_ALL = Set.of(
            "genre",
            "fromYear",
            "toYear",
            "minCount",
            "minimum",
            "prior",
            "halfLifeDays",
            "pageSize",
            "pageToken",
            "view");
    private static final int LONGEST_NUMBER = 20;

    private final QueryParameters parameters;

    private ListParameters(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /** Of a list: with {@code q} and {@code sort}. */
    static ListQuery list(QueryParameters parameters) {
        Set<String> names = new TreeSet<>(OF_ALL);
        names.add("q");
        names.add("sort");
        ListParameters of = new ListParameters(parameters.only(names));
        Optional<String> words = parameters.optional("q");
        Sort sort =
                parameters.optional("sort").map(Sort::parse).orElse(words.isPresent() ? Sort.RELEVANCE : Sort.TITLE);
        return of.query(words, sort, false, ListQuery.DEFAULT_SIZE);
    }

    static ListQuery chart(Sort chart, QueryParameters parameters) {
        return new ListParameters(parameters.only(OF_ALL)).query(Optional.empty(), chart, true, ListQuery.CHART_SIZE);
    }

    /** Of a chart that is watched: of the live view, since no other changes. */
    static ListQuery watchedChart(Sort chart, QueryParameters parameters) {
        Set<String> names = new TreeSet<>(OF_ALL);
        names.remove("view");
        return chart(chart, parameters.only(names));
    }

    private ListQuery query(Optional<String> words, Sort sort, boolean chart, int size) {
        return new ListQuery(
                words,
                new Filter(parameters.all("genre"), year("fromYear"), year("toYear"), number("minCount", 0)),
                sort,
                chart,
                number("minimum", WeightedScore.DEFAULT_MINIMUM),
                parameters.optional("prior").map(WeightedScore::parsePrior),
                parameters.optional("halfLifeDays").map(ListParameters::days).orElse(DayWeights.DEFAULT_HALF_LIFE_DAYS),
                (int) Math.min(number("pageSize", size), Integer.MAX_VALUE),
                parameters.optional("pageToken").orElse(""));
    }

    private OptionalInt year(String name) {
        Optional<String> text = parameters.optional(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name, text.get(), "a year, for example 1999", e);
        }
    }

    private long number(String name, long otherwise) {
        Optional<String> text = parameters.optional(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text.get());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name, text.get(), "a whole number", e);
        }
    }

    private static BigDecimal days(String text) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new NumberFormatException();
            }
            return DayWeights.requireHalfLife(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new InvalidInputException("halfLifeDays", text, "a number of days, for example 7", e);
        }
    }
}
