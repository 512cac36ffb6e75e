package com.movieexample.aggregator.generations;

import com.movieexample.aggregator.generations.GenerationFold.Surroundings;
import com.movieexample.aggregator.instances.OtherInstances;
import com.movieexample.aggregator.instances.OwnAddress;
import com.movieexample.aggregator.query.FoldReads;
import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.runtime.tracing.Tracing;
import com.movieexample.topics.Topics;
import com.movieexample.topics.generations.KeptGenerations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The generations that this instance folds: the live one, and beside it the one in the making and the one that was live
 * before. Reads are answered from one of them. Owns its folds; thread-safe.
 */
public final class Folds implements Component {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final KeptGenerations<GenerationFold> folds;

    /**
     * @param memory of their stores; not owned
     * @param address of this instance
     * @param others not owned
     */
    public Folds(
            MarqueeLog marqueeLog,
            StreamsConfiguration configuration,
            RocksMemory memory,
            ReadBounds bounds,
            Metrics metrics,
            Tracing tracing,
            OwnAddress address,
            OtherInstances others) {
        Surroundings shared = new Surroundings(configuration, memory, bounds, metrics, tracing, address, others);
        this.folds = new KeptGenerations<>("rating-aggregator", marqueeLog, new Keeping(shared, marqueeLog.topics()));
    }

    private final class Keeping implements KeptGenerations.Keeping<GenerationFold> {
        private final Surroundings shared;
        private final Topics topics;

        private Keeping(Surroundings shared, Topics topics) {
            this.shared = shared;
            this.topics = topics;
        }

        @Override
        public GenerationFold open(MarqueeLog ofGeneration, Generation generation) throws IOException {
            OptionalLong asOf =
                    generation.getName().isEmpty() ? OptionalLong.empty() : OptionalLong.of(generation.getAsOf());
            GenerationFold fold = new GenerationFold(ofGeneration, asOf, shared, one -> one == folds.answering());
            fold.start();
            return fold;
        }

        @Override
        public void adapt(GenerationFold fold, Generation generation) {
            fold.bound(generation.getMostEventsPerSecond());
        }

        @Override
        public boolean goOver(GenerationFold from, GenerationFold to, Runnable over) {
            if (!to.isRunning()) {
                return false;
            }
            to.reads().follows(from.reads());
            over.run();
            return true;
        }

        @Override
        public void retire(GenerationFold fold) throws IOException {
            fold.retire();
        }

        @Override
        public void removeLeft(int generation) throws IOException {
            AggregatorStreams.removeState(shared.configuration().stateDir(), topics.applicationId(generation));
        }

        @Override
        public void close(GenerationFold fold) {
            fold.close();
        }
    }

    @Override
    public String name() {
        return "ratings-fold";
    }

    /** Starts the live one; the others follow. */
    @Override
    public void start() throws Exception {
        folds.start();
    }

    /**
     * How a generation is read.
     *
     * @param generation 0 for the one to answer from
     * @throws ServiceException if it is not folded here
     */
    public FoldReads reads(int generation) {
        return folds.of(generation)
                .map(GenerationFold::reads)
                .orElseThrow(() -> ServiceException.unavailable(
                        generation == 0
                                ? "the fold has not started"
                                : "generation " + generation + " of the ratings view is not folded on this instance",
                        RETRY_AFTER));
    }

    public List<ViewDescription> describe() {
        return folds.all().stream().map(GenerationFold::describe).toList();
    }

    @Override
    public CheckResult check() {
        return folds.of(0).map(GenerationFold::check).orElseGet(() -> CheckResult.failing("not started"));
    }

    /** What is answered from and is too old; empty if nothing is. */
    public Optional<String> whyTooOld() {
        return folds.of(0).flatMap(GenerationFold::whyTooOld);
    }

    /** How far behind the log answers are. */
    public Duration age() {
        return folds.of(0).map(GenerationFold::age).orElse(Duration.ZERO);
    }

    /** How many events the one lacks that is answered from; not a number while that is not known. */
    public double lag() {
        OptionalLong lag = folds.of(0).map(GenerationFold::lag).orElse(OptionalLong.empty());
        return lag.isPresent() ? lag.getAsLong() : Double.NaN;
    }

    @Override
    public void close() {
        folds.close();
    }
}
