package com.movieexample.bench.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.solution.CommittedView;
import com.movieexample.bench.solution.GroupProgress;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeFold;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * Folds logs while they are written. Each line of its input is one, an {@link Input} as JSON: it says when it runs, and
 * {@link Arrival} as JSON once it has committed as many events as there will be. It ends with its input.
 */
public final class LiveAggregator {
    static final String RUNNING = "running";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MS = 5;

    private LiveAggregator() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader inputs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = inputs.readLine(); line != null; line = inputs.readLine()) {
            System.out.println(JSON.writeValueAsString(follow(JSON.readValue(line, Input.class))));
        }
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
