package com.movieexample.bench.endtoend;

import com.movieexample.bench.Bench;
import com.movieexample.bench.aggregate.ChildAnswer;
import com.movieexample.bench.aggregate.RunInputs;
import com.movieexample.bench.contest.Contender;
import com.movieexample.bench.process.ChildJvm;
import com.movieexample.bench.workload.WorkloadTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Marquee end to end: a producer process and an aggregator process at work at once, over a log that begins empty. */
record LiveRun(Bench bench, WorkloadTopic like) implements Contender {
    private static final double MILLIS = 1e3;

    /** @return events per second */
    @Override
    public double run(int run) throws Exception {
        try (RunInputs inputs = new RunInputs(bench, "end-to-end", like, Optional.empty());
                LiveLogs logs = new LiveLogs(inputs.measured());
                ChildJvm aggregator = ChildAnswer.start(
                        LiveAggregator.class, List.of(inputs.warmUp(), logs.live()), inputs.childLog())) {
            aggregator.awaitLine(LiveAggregator.RUNNING::equals);
            Path producerLog = inputs.childLog().resolveSibling("producer.log");
            Departure departure = ChildAnswer.ask(
                    LiveProducer.class, List.of(logs.scratch(), logs.live()), producerLog, Departure.class);
            Arrival arrival = ChildAnswer.await(aggregator, inputs.childLog(), Arrival.class);
            like.answer().check("marquee", arrival.ratings()::get);
            return like.workload().size() / ((arrival.atMillis() - departure.atMillis()) / MILLIS);
        }
    }
}
