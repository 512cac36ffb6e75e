package com.movieexample.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.WeightedScore;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieTableTest {
    private static final int MOVIES = 500;
    private static final BigDecimal PRIOR = new BigDecimal("3.4567");
    private static final long TODAY = 20_000;
    private static final long MS_A_DAY = 86_400_000;
    private static final List<String> GENRES = List.of("Drama", "Comedy", "War");

    private final MovieTable table = new MovieTable(new MovieNumbers());
    private final Map<String, Metadata> described = new TreeMap<>();
    private final Map<String, RatingAggregate> rated = new TreeMap<>();
    private Random random;

    @BeforeEach
    void fill() {
        long seed = new Random().nextLong();
        System.out.println("MovieTableTest seed " + seed);
        random = new Random(seed);
        for (int i = 0; i < MOVIES; i++) {
            describe("m" + i);
            rate("m" + i);
        }
        rate("nobody-knows-what-it-is");
        for (int i = 0; i < MOVIES; i += 10) {
            table.describedNoMore("m" + i);
            described.remove("m" + i);
        }
    }

    private void describe(String id) {
        Metadata.Builder metadata = Metadata.newBuilder().setId(id).setTitle("Title " + random.nextInt(50));
        if (random.nextInt(10) > 0) {
            metadata.setYear(1990 + random.nextInt(20));
        }
        GENRES.stream().filter(genre -> random.nextBoolean()).forEach(metadata::addGenres);
        described.put(id, metadata.build());
        table.described(metadata.build());
    }

    private void rate(String id) {
        int count = random.nextInt(20);
        RatingAggregate.Builder aggregate = RatingAggregate.newBuilder()
                .setCount(count)
                .setSum(count == 0 ? 0 : count * 50L + random.nextInt(count * 9 + 1) * 50L)
                .setLatestEventTime((TODAY - random.nextInt(40)) * MS_A_DAY + random.nextInt((int) MS_A_DAY));
        for (int day = 0; day < random.nextInt(30); day++) {
            aggregate.addDailyCounts(random.nextInt(4));
        }
        rated.put(id, aggregate.build());
        table.rated(id, aggregate.build());
    }

    @Test
    void theWeightedScoreOrdersExactly() {
        Comparator<Metadata> byScore = Comparator.comparing(this::score)
                .thenComparing(movie -> ratings(movie).getCount())
                .reversed()
                .thenComparing(Metadata::getId);

        assertThat(inPages(Filter.NONE, Order.topRated(7, PRIOR), 13)).isEqualTo(expected(Filter.NONE, byScore));
    }

    /** With more digits than rounding leaves. */
    private BigDecimal score(Metadata movie) {
        RatingAggregate ratings = ratings(movie);
        BigDecimal weight = BigDecimal.valueOf(ratings.getCount() + 7);
        return BigDecimal.valueOf(ratings.getSum(), 2)
                .add(PRIOR.multiply(BigDecimal.valueOf(7)))
                .divide(weight, MathContext.DECIMAL128);
    }

    @Test
    void theScoreThatIsShownIsThatOfTheApi() {
        Page page = table.list(Filter.NONE, Order.topRated(7, PRIOR), Optional.empty(), Optional.empty(), MOVIES);

        assertThat(page.movies()).hasSize(described.size()).allSatisfy(movie -> {
            RatingAggregate ratings = rated.get(movie.id());
            assertThat(movie.score())
                    .isEqualTo(new WeightedScore(ratings.getCount(), ratings.getSum(), 7, PRIOR).value());
        });
    }

    @Test
    void theTrendWeighsEachDayByItsAge() {
        Comparator<Metadata> byTrend = Comparator.comparing(this::trend)
                .thenComparing(movie -> ratings(movie).getCount())
                .reversed()
                .thenComparing(Metadata::getId);

        assertThat(inPages(Filter.NONE, Order.trending(new DayWeights(TODAY, BigDecimal.TEN)), 50))
                .isEqualTo(expected(Filter.NONE, byTrend));
    }

    /** In the same steps as the weights are made in, so that equal trends are equal. */
    private double trend(Metadata movie) {
        RatingAggregate ratings = ratings(movie);
        long latest = ratings.getLatestEventTime() / MS_A_DAY;
        double trend = 0;
        for (int back = 0; back < ratings.getDailyCountsCount(); back++) {
            double weight = 1;
            for (long day = latest - back; day < TODAY; day++) {
                weight *= Math.pow(2, -0.1);
            }
            trend += ratings.getDailyCounts(back) * weight;
        }
        return trend;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1_000})
    void pagesOfAnySizeMakeTheWholeList(int size) {
        Filter filter = new Filter(List.of("drama", "WAR"), OptionalInt.of(1995), OptionalInt.of(2005), 3);
        Comparator<Metadata> byCount = Comparator.<Metadata>comparingLong(
                        movie -> ratings(movie).getCount())
                .reversed()
                .thenComparing(Metadata::getId);

        assertThat(inPages(filter, Order.mostRated(), size)).isEqualTo(expected(filter, byCount));
    }

    @Test
    void yearsAndTitlesOrderToo() {
        Comparator<Metadata> newest = Comparator.<Metadata>comparingInt(movie -> movie.hasYear() ? movie.getYear() : 0)
                .thenComparing(movie -> ratings(movie).getCount())
                .reversed()
                .thenComparing(Metadata::getId);
        Comparator<Metadata> byTitle = Comparator.comparing(Metadata::getTitle).thenComparing(Metadata::getId);

        assertThat(inPages(Filter.NONE, Order.newest(), 9)).isEqualTo(expected(Filter.NONE, newest));
        assertThat(inPages(Filter.NONE, Order.title(), 9)).isEqualTo(expected(Filter.NONE, byTitle));
    }

    @Test
    void pagesNeitherMissNorRepeatWhatDoesNotMove() {
        Order order = Order.topRated(25, PRIOR);
        Set<String> moved = new HashSet<>();
        List<String> seen = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            Page page = table.list(Filter.NONE, order, Optional.empty(), after, 10);
            page.movies().forEach(movie -> seen.add(movie.id()));
            after = page.last();
            for (int i = 0; i < 5; i++) {
                String id = "m" + random.nextInt(MOVIES);
                rate(id);
                moved.add(id);
            }
        } while (after.isPresent());

        List<String> seenOfUnmoved =
                seen.stream().filter(id -> !moved.contains(id)).toList();
        Set<String> unmoved = new LinkedHashSet<>(described.keySet());
        unmoved.removeAll(moved);
        assertThat(unmoved).hasSizeGreaterThan(100);
        assertThat(seenOfUnmoved).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(unmoved);
    }

    @Test
    void whatIsUsualIsTheMeanOfAllRatings() {
        long count =
                rated.values().stream().mapToLong(RatingAggregate::getCount).sum();
        long sum = rated.values().stream().mapToLong(RatingAggregate::getSum).sum();
        double mean = sum / 100.0 / count;

        assertThat(table.prior().orElseThrow().doubleValue())
                .isCloseTo(mean, org.assertj.core.data.Offset.offset(5.1e-5));
    }

    @Test
    void aGenreThatNoMovieHasIsInNoList() {
        Filter filter = new Filter(List.of("Opera"), OptionalInt.empty(), OptionalInt.empty(), 0);

        Page page = table.list(filter, Order.title(), Optional.empty(), Optional.empty(), 10);

        assertThat(page.total()).isZero();
        assertThat(page.movies()).isEmpty();
    }

    @Test
    void genresAreCounted() {
        assertThat(table.genres())
                .hasSize(3)
                .allSatisfy(genre -> assertThat(genre.movies())
                        .isEqualTo(described.values().stream()
                                .filter(movie -> movie.getGenresList().contains(genre.genre()))
                                .count()));
    }

    @Test
    void afterItWasClearedItIsFilledAnew() {
        table.metadataCleared();
        table.ratingsCleared();
        assertThat(table.list(Filter.NONE, Order.title(), Optional.empty(), Optional.empty(), 10)
                        .total())
                .isZero();
        assertThat(table.prior()).isEmpty();

        described.values().forEach(table::described);
        rated.forEach(table::rated);
        assertThat(inPages(Filter.NONE, Order.mostRated(), 100)).hasSize(described.size());
    }

    private RatingAggregate ratings(Metadata movie) {
        return rated.getOrDefault(movie.getId(), RatingAggregate.getDefaultInstance());
    }

    private List<String> inPages(Filter filter, Order order, int size) {
        List<String> ids = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            Page page = table.list(filter, order, Optional.empty(), after, size);
            assertThat(page.movies()).hasSizeLessThanOrEqualTo(size);
            page.movies().forEach(movie -> ids.add(movie.id()));
            after = page.last();
            assertThat(page.total())
                    .isEqualTo(described.values().stream()
                            .filter(movie -> passes(filter, movie))
                            .count());
        } while (after.isPresent());
        return ids;
    }

    private List<String> expected(Filter filter, Comparator<Metadata> order) {
        return described.values().stream()
                .filter(movie -> passes(filter, movie))
                .sorted(order)
                .map(Metadata::getId)
                .toList();
    }

    private boolean passes(Filter filter, Metadata movie) {
        boolean inTime = filter.fromYear().isEmpty()
                || (movie.hasYear()
                        && movie.getYear() >= filter.fromYear().getAsInt()
                        && movie.getYear() <= filter.toYear().getAsInt());
        return inTime
                && ratings(movie).getCount() >= filter.minCount()
                && filter.genres().stream()
                        .allMatch(genre -> movie.getGenresList().stream().anyMatch(genre::equalsIgnoreCase));
    }
}
