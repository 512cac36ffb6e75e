package com.movieexample.query.catalog;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import java.util.Arrays;

/**
 * What lists need of each movie, at the place of its number: a scan of 100,000 movies reads a few arrays from end to end
 * in place of as many objects. Not thread-safe.
 */
final class Columns {
    private static final int FIRST_CAPACITY = 1_024;
    private static final int[] NONE = {};
    private static final long MS_A_DAY = 86_400_000;

    static final int NO_YEAR = -1;

    private int size;
    /** Null for a movie without metadata, which is in no list. */
    private String[] titles = new String[FIRST_CAPACITY];

    private short[] years = new short[FIRST_CAPACITY];
    private int[][] genres = new int[FIRST_CAPACITY][];
    private long[] counts = new long[FIRST_CAPACITY];
    private long[] sums = new long[FIRST_CAPACITY];
    private int[] latestDays = new int[FIRST_CAPACITY];
    /** From the latest day back. Counts above 2^31 stay there. */
    private int[][] dailyCounts = new int[FIRST_CAPACITY][];

    private long allCount;
    private long allSum;

    void describe(int number, Metadata metadata, int[] ofGenres) {
        reach(number);
        titles[number] = TitleOrder.key(metadata.getTitle());
        years[number] = (short) (metadata.hasYear() ? metadata.getYear() : NO_YEAR);
        genres[number] = ofGenres;
    }

    void describeNoMore(int number) {
        reach(number);
        titles[number] = null;
        genres[number] = NONE;
    }

    void rate(int number, RatingAggregate aggregate) {
        reach(number);
        allCount += aggregate.getCount() - counts[number];
        allSum += aggregate.getSum() - sums[number];
        counts[number] = aggregate.getCount();
        sums[number] = aggregate.getSum();
        latestDays[number] = (int) Math.floorDiv(aggregate.getLatestEventTime(), MS_A_DAY);
        dailyCounts[number] = aggregate.getDailyCountsCount() == 0
                ? NONE
                : aggregate.getDailyCountsList().stream()
                        .mapToInt(count -> (int) Math.min(count, Integer.MAX_VALUE))
                        .toArray();
    }

    void clearMetadata() {
        Arrays.fill(titles, null);
    }

    void clearRatings() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(dailyCounts, NONE);
        allCount = 0;
        allSum = 0;
    }

    private void reach(int number) {
        if (number >= counts.length) {
            int capacity = Math.max(2 * counts.length, number + 1);
            titles = Arrays.copyOf(titles, capacity);
            years = Arrays.copyOf(years, capacity);
            genres = Arrays.copyOf(genres, capacity);
            counts = Arrays.copyOf(counts, capacity);
            sums = Arrays.copyOf(sums, capacity);
            latestDays = Arrays.copyOf(latestDays, capacity);
            dailyCounts = Arrays.copyOf(dailyCounts, capacity);
        }
        size = Math.max(size, number + 1);
    }

    int size() {
        return size;
    }

    boolean isDescribed(int number) {
        return number < size && titles[number] != null;
    }

    /** As titles are ordered by; only of one that is described. */
    String title(int number) {
        return titles[number];
    }

    /** {@link #NO_YEAR} if it is not known. */
    int year(int number) {
        return years[number];
    }

    int[] genres(int number) {
        return genres[number];
    }

    long count(int number) {
        return counts[number];
    }

    /** In hundredths. */
    long sum(int number) {
        return sums[number];
    }

    /** Whether the trend of a movie is surely at least so much, without working it out. */
    boolean surelyTrends(int number, DayWeights weights, double least) {
        int[] daily = dailyCounts[number];
        return daily != null && daily.length > 0 && daily[0] * weights.of(latestDays[number]) >= least;
    }

    /** The live ratings of a movie, each with the weight that its day has. */
    double trend(int number, DayWeights weights) {
        int[] daily = dailyCounts[number];
        double trend = 0;
        if (daily != null) {
            for (int back = 0; back < daily.length; back++) {
                trend += daily[back] * weights.of(latestDays[number] - back);
            }
        }
        return trend;
    }

    /** Of all movies, also of those without metadata. */
    long allCount() {
        return allCount;
    }

    long allSum() {
        return allSum;
    }
}
