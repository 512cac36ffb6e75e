package com.movieexample.query.catalog;

import com.movieexample.api.Mean;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.StampedLock;

/**
 * All movies as one generation has them, for lists. A list is worked out by a scan when it is asked for: its order is
 * that of one moment, whatever comes in meanwhile, and every parameter may be another one each time. The views' threads
 * wait for the scans, some hundred microseconds. Thread-safe.
 */
public final class MovieTable implements MovieListener {
    private final MovieNumbers numbers;
    private final Genres genres = new Genres();
    private final Columns columns = new Columns();
    private final StampedLock lock = new StampedLock();
    private volatile long changes;

    /** @param numbers that the index of titles has too */
    public MovieTable(MovieNumbers numbers) {
        this.numbers = numbers;
    }

    /** How many movies have a genre. */
    public record GenreCount(String genre, long movies) {}

    @Override
    public void described(Metadata metadata) {
        int number = numbers.of(metadata.getId());
        change(() -> columns.describe(number, metadata, genres.of(metadata.getGenresList())));
    }

    @Override
    public void describedNoMore(String id) {
        int number = numbers.of(id);
        change(() -> columns.describeNoMore(number));
    }

    @Override
    public void rated(String id, RatingAggregate aggregate) {
        int number = numbers.of(id);
        change(() -> columns.rate(number, aggregate));
    }

    @Override
    public void metadataCleared() {
        change(columns::clearMetadata);
    }

    @Override
    public void ratingsCleared() {
        change(columns::clearRatings);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only under the lock
    private void change(Runnable change) {
        long stamp = lock.writeLock();
        try {
            change.run();
            changes++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Another number whenever something has changed. */
    public long changes() {
        return changes;
    }

    /** What is usual: the mean of all live ratings of movies; empty while there are none. */
    public Optional<BigDecimal> prior() {
        long stamp = lock.readLock();
        try {
            return Mean.of(columns.allCount(), columns.allSum());
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * A page of the movies that pass a filter.
     *
     * @param hits the only ones that are in it; empty for all
     * @param after where the page begins; empty for the first one
     * @param size how many it has at most
     */
    public Page list(Filter filter, Order order, Optional<Hits> hits, Optional<Place> after, int size) {
        long stamp = lock.readLock();
        try {
            TopOfList top = new TopOfList(columns, numbers, order, after, size);
            Optional<int[]> wanted = numbersOf(filter.genres());
            if (wanted.isPresent()) {
                Scan scan = new Scan(filter, wanted.get(), order, top);
                hits.ifPresentOrElse(scan::of, scan::ofAll);
            }
            return top.page();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Empty if there is one that no movie has. */
    private Optional<int[]> numbersOf(List<String> names) {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            OptionalInt number = genres.find(names.get(i));
            if (number.isEmpty()) {
                return Optional.empty();
            }
            found[i] = number.getAsInt();
        }
        return Optional.of(found);
    }

    private final class Scan {
        private final Filter filter;
        private final int[] wanted;
        private final Order order;
        private final TopOfList top;

        private Scan(Filter filter, int[] wanted, Order order, TopOfList top) {
            this.filter = filter;
            this.wanted = wanted;
            this.order = order;
            this.top = top;
        }

        private void ofAll() {
            for (int number = 0; number < columns.size(); number++) {
                look(number, 0);
            }
        }

        private void of(Hits hits) {
            for (int index = 0; index < hits.size(); index++) {
                look(hits.number(index), hits.rank(index));
            }
        }

        private void look(int number, int rank) {
            if (columns.isDescribed(number)
                    && columns.count(number) >= filter.minCount()
                    && filter.takesYear(columns.year(number))
                    && hasGenres(columns.genres(number))
                    && order.has(columns, number)) {
                top.offer(number, rank);
            }
        }

        private boolean hasGenres(int[] has) {
            for (int genre : wanted) {
                if (!contains(has, genre)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean contains(int[] has, int genre) {
            for (int each : has) {
                if (each == genre) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Of the movies with metadata, the most frequent first. */
    public List<GenreCount> genres() {
        long stamp = lock.readLock();
        try {
            long[] movies = new long[genres.size()];
            for (int number = 0; number < columns.size(); number++) {
                if (columns.isDescribed(number)) {
                    for (int genre : columns.genres(number)) {
                        movies[genre]++;
                    }
                }
            }
            List<GenreCount> counted = new ArrayList<>();
            for (int genre = 0; genre < movies.length; genre++) {
                if (movies[genre] > 0) {
                    counted.add(new GenreCount(genres.name(genre), movies[genre]));
                }
            }
            counted.sort(Comparator.comparingLong(GenreCount::movies).reversed().thenComparing(GenreCount::genre));
            return counted;
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
