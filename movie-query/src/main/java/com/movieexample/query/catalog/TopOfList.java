package com.movieexample.query.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the first movies of a list that come after a place. Not thread-safe. */
final class TopOfList {
    private final Columns columns;
    private final MovieNumbers ids;
    private final Order order;
    private final Optional<Place> after;
    private final long[] majors;
    private final long[] minors;
    private final int[] numbers;
    private int kept;
    private long total;
    private long following;

    TopOfList(Columns columns, MovieNumbers ids, Order order, Optional<Place> after, int size) {
        this.columns = columns;
        this.ids = ids;
        this.order = order;
        this.after = after;
        this.majors = new long[size];
        this.minors = new long[size];
        this.numbers = new int[size];
    }

    void offer(int number, int rank) {
        total++;
        long major = order.major(columns, number, rank);
        long minor = order.minor(columns, number);
        if (after.isPresent() && !follows(after.get(), major, minor, number)) {
            return;
        }
        following++;
        if (kept < numbers.length || comesBefore(major, minor, number, kept - 1)) {
            insert(major, minor, number);
        }
    }

    private boolean follows(Place place, long major, long minor, int number) {
        int byOrder = order.compare(place.major(), place.minor(), major, minor);
        if (byOrder == 0) {
            byOrder = place.text().compareTo(text(number));
        }
        return byOrder < 0 || (byOrder == 0 && place.id().compareTo(ids.id(number)) < 0);
    }

    private boolean comesBefore(long major, long minor, int number, int index) {
        int byOrder = order.compare(major, minor, majors[index], minors[index]);
        if (byOrder == 0) {
            byOrder = text(number).compareTo(text(numbers[index]));
        }
        return byOrder < 0 || (byOrder == 0 && ids.id(number).compareTo(ids.id(numbers[index])) < 0);
    }

    private String text(int number) {
        return order.text(columns, number);
    }

    private void insert(long major, long minor, int number) {
        int index = kept < numbers.length ? kept++ : kept - 1;
        for (; index > 0 && comesBefore(major, minor, number, index - 1); index--) {
            majors[index] = majors[index - 1];
            minors[index] = minors[index - 1];
            numbers[index] = numbers[index - 1];
        }
        majors[index] = major;
        minors[index] = minor;
        numbers[index] = number;
    }

    Page page() {
        List<Listed> movies = new ArrayList<>(kept);
        for (int index = 0; index < kept; index++) {
            movies.add(new Listed(ids.id(numbers[index]), order.score(majors[index], minors[index])));
        }
        return new Page(movies, total, following > kept ? Optional.of(last()) : Optional.empty());
    }

    private Place last() {
        int index = kept - 1;
        return new Place(majors[index], minors[index], text(numbers[index]), ids.id(numbers[index]));
    }
}
