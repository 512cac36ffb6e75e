package com.movieexample.bench.postgres;

import com.movieexample.bench.solution.Cost;
import com.movieexample.bench.solution.CostMeter;
import com.movieexample.bench.solution.Events;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.SideBySide;
import com.movieexample.bench.solution.Solution;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * PostgreSQL: two connections that share the movies and send arrays of 1,000 events from memory; triggers keep the
 * aggregates once per statement. Its time includes taking the events from the client, which is how they come to it.
 */
public final class PostgresSolution implements Solution {
    private static final int BATCH = 1_000;

    @Override
    public Outcome aggregate(Input input) throws Exception {
        // Movies are shared, so that neither connection waits for a row of the other.
        Events odd = Events.share(input.workload(), 1, 2);
        Events even = Events.share(input.workload(), 0, 2);
        try (RatingsDatabase database = RatingsDatabase.create(input.database(), "run_" + input.run())) {
            CostMeter meter = new CostMeter(input.database()::cpuNanos);
            SideBySide.run(List.of(sending(odd, database), sending(even, database)));
            Cost cost = meter.stop(input.size());
            return new Outcome(cost.withStateBytes(database.bytes()), database.aggregates());
        }
    }

    private static Callable<Void> sending(Events events, RatingsDatabase database) {
        return () -> {
            try (RatingWriter writer = database.writer(BATCH)) {
                for (var event : events) {
                    writer.write(event);
                }
                writer.flush();
                return null;
            }
        };
    }
}
