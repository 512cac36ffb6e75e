package com.movieexample.query;

import com.movieexample.api.Freshness;
import com.movieexample.api.WeightedScore;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.json.MovieJson;
import com.movieexample.api.json.MovieJson.Day;
import com.movieexample.api.json.MovieJson.FreshnessJson;
import com.movieexample.api.json.MovieJson.OwnRating;
import com.movieexample.api.json.MovieJson.Weighted;
import com.movieexample.api.json.RatingJson;
import com.movieexample.api.v1.RatingAggregate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A movie with the parts that were asked for.
 *
 * @param prior what is usual; empty while nothing is rated
 * @param etag of the movie without its parts
 */
record DetailedMovie(Movie movie, Set<Part> parts, Optional<BigDecimal> prior, String etag) {
    private static final long MS_A_DAY = 86_400_000;

    /**
     * The validator of this variant; empty if the answer is of the moment. The score of a movie moves a little with every
     * rating of another one, which the validator leaves out of account: it is good until the movie itself changes.
     */
    Optional<String> validator() {
        if (parts.contains(Part.FRESHNESS)) {
            return Optional.empty();
        }
        String of = parts + (parts.contains(Part.DAILY) ? "" + movie.rating().getLatestEventTime() : "");
        return Optional.of(etag.substring(0, etag.length() - 1) + "." + Integer.toHexString(of.hashCode()) + "\"");
    }

    /** @param own null if it was not asked for */
    MovieJson toJson(Freshness freshness, OwnRating own) {
        RatingAggregate rating = movie.rating();
        return new MovieJson(
                movie.metadata().getId(),
                MetadataJson.of(movie.metadata()),
                RatingJson.of(rating),
                parts.contains(Part.SCORE) ? weighted() : null,
                parts.contains(Part.DAILY) ? daily() : null,
                own,
                parts.contains(Part.FRESHNESS) ? FreshnessJson.of(freshness, rating.getLatestEventTime()) : null);
    }

    Weighted weighted() {
        RatingAggregate rating = movie.rating();
        return prior.map(usual ->
                        new WeightedScore(rating.getCount(), rating.getSum(), WeightedScore.DEFAULT_MINIMUM, usual))
                .map(score -> new Weighted(score.value().orElse(null), score.minimum(), score.prior()))
                .orElseGet(() -> new Weighted(null, WeightedScore.DEFAULT_MINIMUM, null));
    }

    List<Day> daily() {
        RatingAggregate rating = movie.rating();
        LocalDate latest = LocalDate.ofEpochDay(Math.floorDiv(rating.getLatestEventTime(), MS_A_DAY));
        return IntStream.range(0, rating.getDailyCountsCount())
                .filter(back -> rating.getDailyCounts(back) > 0)
                .mapToObj(back -> new Day(latest.minusDays(back).toString(), rating.getDailyCounts(back)))
                .toList();
    }
}
