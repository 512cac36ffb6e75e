package com.movieexample.bench.solution;

import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Events in memory, 18 bytes each, so that making them costs nobody time while it is taken. For one writer. */
public final class Events implements Iterable<WorkloadEvent> {
    private final int[] movies;
    private final int[] users;
    private final short[] values;
    private final long[] times;
    private int size;

    private Events(int capacity) {
        movies = new int[capacity];
        users = new int[capacity];
        values = new short[capacity];
        times = new long[capacity];
    }

    /** The events of every n-th movie, in their order: of {@code share} 0 to {@code shares - 1} one has each event. */
    public static Events share(RatingWorkload workload, int share, int shares) {
        int size = 0;
        for (WorkloadEvent event : workload) {
            size += event.movie() % shares == share ? 1 : 0;
        }
        Events events = new Events(size);
        for (WorkloadEvent event : workload) {
            if (event.movie() % shares == share) {
                events.add(event);
            }
        }
        return events;
    }

    private void add(WorkloadEvent event) {
        movies[size] = event.movie();
        users[size] = event.user();
        values[size] = (short) event.value();
        times[size] = event.ratedAt();
        size++;
    }

    public int size() {
        return size;
    }

    @Override
    public Iterator<WorkloadEvent> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public WorkloadEvent next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int i = next++;
                return new WorkloadEvent(movies[i], users[i], values[i], times[i]);
            }
        };
    }
}
