package com.movieexample.bench.endtoend;

import com.movieexample.bench.Bench;
import com.movieexample.bench.aggregate.ChildAnswer;
import com.movieexample.bench.aggregate.RunInputs;
import com.movieexample.bench.contest.Contender;
import com.movieexample.bench.process.ChildJvm;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Marquee end to end: a producer process and an aggregator process at work at once, over a log that begins empty. Both
 * last for all runs, as the contenders of a race do. Not thread-safe.
 */
final class LiveRun implements Contender, AutoCloseable {
    private static final double MILLIS = 1e3;

    private final Bench bench;
    private final WorkloadTopic like;
    private final Path producerLog;
    private final Path aggregatorLog;
    private final ChildJvm producer;
    private final ChildJvm aggregator;
    private boolean isWarm;

    /** @param like whose events are written, and whose answer is checked */
    LiveRun(Bench bench, WorkloadTopic like) throws IOException {
        this.bench = bench;
        this.like = like;
        Path folder = bench.newFolder("end-to-end");
        this.producerLog = folder.resolve("producer.log");
        this.aggregatorLog = folder.resolve("aggregator.log");
        this.producer = ChildAnswer.start(LiveProducer.class, List.of(), producerLog);
        this.aggregator = ChildAnswer.start(LiveAggregator.class, List.of(), aggregatorLog);
    }

    /** @return events per second */
    @Override
    public double run(int run) throws Exception {
        try (RunInputs inputs = new RunInputs(bench, "end-to-end", like, Optional.empty())) {
            if (!isWarm) {
                live(inputs.warmUp());
                isWarm = true;
            }
            return live(inputs.measured());
        }
    }

    private double live(Input input) throws IOException, InterruptedException, ExecutionException {
        try (LiveLog log = new LiveLog(input)) {
            ChildAnswer.tell(aggregator, log.input());
            aggregator.awaitLine(LiveAggregator.RUNNING::equals);
            ChildAnswer.tell(producer, log.input());
            Departure departure = ChildAnswer.await(producer, producerLog, Departure.class);
            Arrival arrival = ChildAnswer.await(aggregator, aggregatorLog, Arrival.class);
            bench.topic(input.size()).answer().check("marquee", arrival.ratings()::get);
            return input.size() / ((arrival.atMillis() - departure.atMillis()) / MILLIS);
        }
    }

    @Override
    public void close() {
        producer.close();
        aggregator.close();
    }
}
