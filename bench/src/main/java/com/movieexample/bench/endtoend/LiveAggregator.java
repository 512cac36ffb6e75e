package com.movieexample.bench.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.solution.CommittedView;
import com.movieexample.bench.solution.GroupProgress;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeFold;
import com.movieexample.bench.solution.MarqueeSolution;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * Folds a log while it is written. Arguments, as JSON: an input to warm up with, and the live one. Says when it runs,
 * and {@link Arrival} as JSON once it has committed as many events as there will be.
 */
public final class LiveAggregator {
    static final String RUNNING = "running";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MS = 5;

    private LiveAggregator() {}

    public static void main(String[] arguments) throws Exception {
        new MarqueeSolution(StoreKind.BATCHED).aggregate(JSON.readValue(arguments[0], Input.class));
        System.out.println(JSON.writeValueAsString(follow(JSON.readValue(arguments[1], Input.class))));
        // A library that left a thread behind must not keep the process.
        System.exit(0);
    }

    private static Arrival follow(Input input) throws Exception {
        try (Admin admin = input.clients().admin("bench-progress");
                MarqueeFold fold = new MarqueeFold(input.log(), StoreKind.BATCHED, input.path())) {
            fold.start();
            while (!fold.isRunning()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            System.out.println(RUNNING);
            new GroupProgress(admin, input.applicationId())
                    .awaitEvents(input.topics().ratings().name(), input.size());
            long arrived = System.currentTimeMillis();
            return new Arrival(arrived, new CommittedView(input.log()).read());
        }
    }
}
