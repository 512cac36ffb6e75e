package com.movieexample.bench.solution;

import com.movieexample.bench.FolderTree;
import com.movieexample.bench.workload.MovieRatings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the store alone takes: the look-ups and writes of the fold, from memory, on two threads with a store each. */
public final class RocksSolution implements Solution {
    @Override
    public Outcome aggregate(Input input) throws Exception {
        Map<Integer, MovieRatings> ratings = new HashMap<>();
        Events odd = Events.share(input.workload(), 1, 2);
        Events even = Events.share(input.workload(), 0, 2);
        Cost cost;
        try (RocksStore first = new RocksStore(input.path().resolve("odd"));
                RocksStore second = new RocksStore(input.path().resolve("even"))) {
            CostMeter meter = new CostMeter();
            List<Map<Integer, MovieRatings>> halves =
                    SideBySide.run(List.of(() -> new RocksFold(first).add(odd), () -> new RocksFold(second).add(even)));
            cost = meter.stop(input.size());
            halves.forEach(ratings::putAll);
        }
        return new Outcome(cost.withStateBytes(FolderTree.size(input.path())), ratings);
    }
}
