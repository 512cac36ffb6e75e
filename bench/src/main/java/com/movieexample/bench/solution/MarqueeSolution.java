package com.movieexample.bench.solution;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.FolderTree;
import org.apache.kafka.clients.admin.Admin;

/** Marquee's own: from {@code start()} until the watermark of every partition is committed at the end of the log. */
public record MarqueeSolution(StoreKind stores) implements Solution {
    @Override
    public Outcome aggregate(Input input) throws Exception {
        Cost cost;
        try (Admin admin = input.clients().admin("bench-progress");
                MarqueeFold fold = new MarqueeFold(input.log(), stores, input.path())) {
            CostMeter meter = new CostMeter();
            fold.start();
            new GroupProgress(admin, input.applicationId())
                    .awaitEvents(input.topics().ratings().name(), input.size());
            cost = meter.stop(input.size());
        }
        return new Outcome(cost.withStateBytes(FolderTree.size(input.path())), new CommittedView(input.log()).read());
    }
}
