package com.movieexample.bench.restore;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.FolderTree;
import com.movieexample.bench.solution.Changelog;
import com.movieexample.bench.solution.Cost;
import com.movieexample.bench.solution.CostMeter;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeFold;
import com.movieexample.bench.workload.MovieRatings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The stores of a fold that has come to the end of its log and was cleanly closed; lost and restored. Not thread-safe. */
final class LostStores {
    private static final long LOOK_EVERY_MS = 5;

    private final Input input;
    private Map<Integer, MovieRatings> ratings = Map.of();

    /** @param input aggregated already */
    LostStores(Input input) {
        this.input = input;
    }

    /** By turns with a plain consumer, which also counts the records. */
    Restores restore(int rounds) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> consumerSeconds = new ArrayList<>();
        long records = 0;
        for (int round = 0; round < rounds; round++) {
            seconds.add(restore());
            Cost consumer = consume();
            consumerSeconds.add(consumer.seconds());
            records = consumer.events();
        }
        return new Restores(records, seconds, consumerSeconds, ratings);
    }

    private double restore() throws Exception {
        // Not the whole folder: the name in the group is in it, and under another one it would wait for the old one's
        // end.
        FolderTree.delete(input.path().resolve(input.applicationId()));
        try (MarqueeFold fold = new MarqueeFold(input.log(), StoreKind.BATCHED, input.path())) {
            CostMeter meter = new CostMeter();
            fold.start();
            while (!fold.isRunning()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            double seconds = meter.stop(1).seconds();
            ratings = fold.storedRatings();
            return seconds;
        }
    }

    private Cost consume() {
        AtomicLong records = new AtomicLong();
        CostMeter meter = new CostMeter();
        for (String changelog : input.topics().changelogs(input.run())) {
            new Changelog(input.clients(), changelog, input.partitions()).forEach(record -> records.incrementAndGet());
        }
        return meter.stop(records.get());
    }
}
