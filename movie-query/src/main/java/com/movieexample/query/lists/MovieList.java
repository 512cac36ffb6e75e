package com.movieexample.query.lists;

import com.movieexample.query.catalog.Page;
import java.math.BigDecimal;

/**
 * A page of a list, with all that it was worked out with.
 *
 * @param prior of the weighted score
 * @param today the day that the trend is of, in days since 1970
 * @param before how many movies came on the pages before
 */
public record MovieList(ListQuery query, BigDecimal prior, long today, int before, Page page) {
    /** Empty on the last page. */
    public String nextPageToken() {
        return page.last()
                .map(last ->
                        new PageToken(last, prior, today, before + page.movies().size()).text(query))
                .orElse("");
    }
}
