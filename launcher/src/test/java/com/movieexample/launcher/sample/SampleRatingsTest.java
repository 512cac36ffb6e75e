package com.movieexample.launcher.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SampleRatingsTest {
    private static final List<SampleRating> RATINGS = new SampleRatings().ratings();

    @Test
    void oneSeedGivesTheSameRatingsOnEveryRunAndJdk() {
        assertThat(checksum(new SampleRatings().ratings())).isEqualTo(checksum(RATINGS));
        assertThat(checksum(RATINGS)).isEqualTo(3_007_167_195L);
    }

    @Test
    void anotherSeedGivesOtherRatings() {
        assertThat(checksum(new SampleRatings(2).ratings())).isNotEqualTo(checksum(RATINGS));
    }

    @Test
    void thereAreEnoughToLookAtAndFewEnoughToLoadQuickly() {
        assertThat(RATINGS).hasSizeBetween(15_000, 30_000);
    }

    @Test
    void valuesAreHalfStarsFromHalfAStarToFive() {
        assertThat(RATINGS)
                .extracting(SampleRating::hundredths)
                .allMatch(value -> value % 50 == 0)
                .allMatch(value -> value >= 50 && value <= 500)
                .contains(50, 500);
    }

    @Test
    void timesAscendWithinTheTenYears() {
        assertThat(RATINGS)
                .extracting(SampleRating::ratedAt)
                .isSorted()
                .allMatch(time -> time >= Instant.parse("2016-01-01T00:00:00Z").toEpochMilli())
                .allMatch(time -> time < Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void nobodyRatesAFilmBeforeItsRelease() {
        Map<String, Integer> years = SampleFilms.load().stream().collect(toMap(SampleFilm::id, SampleFilm::year));
        assertThat(RATINGS)
                .allMatch(rating -> rating.ratedAt()
                        >= Instant.parse(years.get(rating.filmId()) + "-12-31T00:00:00Z")
                                .toEpochMilli());
    }

    @Test
    void everyFilmHasAtLeastFiveRatings() {
        Map<String, Long> counts = RATINGS.stream().collect(groupingBy(SampleRating::filmId, counting()));
        assertThat(counts).hasSize(SampleFilms.load().size());
        assertThat(counts.values()).allMatch(count -> count >= 5);
    }

    @Test
    void aFewRateAFilmASecondTimeAndLater() {
        List<List<SampleRating>> rerated =
                byUserAndFilm().stream().filter(ratings -> ratings.size() > 1).toList();
        assertThat(rerated)
                .hasSizeBetween(RATINGS.size() / 100, RATINGS.size() / 30)
                .allSatisfy(ratings -> {
                    assertThat(ratings).hasSize(2);
                    assertThat(ratings.get(0).ratedAt())
                            .isLessThan(ratings.get(1).ratedAt());
                });
    }

    @Test
    void lovedFilmsEndUpAboveTheOthers() {
        Map<String, Double> means =
                RATINGS.stream().collect(groupingBy(SampleRating::filmId, averagingInt(SampleRating::hundredths)));
        assertThat(means.get("the-godfather"))
                .isGreaterThan(means.get("home-alone"))
                .isGreaterThan(means.get("the-blair-witch-project"));
    }

    private static Collection<List<SampleRating>> byUserAndFilm() {
        return RATINGS.stream()
                .collect(groupingBy(rating -> rating.userId() + " " + rating.filmId()))
                .values();
    }

    private static long checksum(List<SampleRating> ratings) {
        CRC32 checksum = new CRC32();
        ratings.forEach(rating -> checksum.update(rating.toString().getBytes(UTF_8)));
        return checksum.getValue();
    }
}
