package com.movieexample.query;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.topics.generations.KeptGenerations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.TopicView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The generations that this instance has copies of, and the one that it answers from. It goes over to the live one once
 * its copy of that has passed its copy of the other in every partition; meanwhile nothing comes into the other, so that
 * no answer is older than one before. Owns its copies; thread-safe.
 */
final class ServedGenerations implements Component, Supplier<ServedGeneration> {
    private static final String PART = "rating-aggregates";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** How far the next copy may be behind for a switch to be tried: the fold's commits come in ten times a second. */
    private static final long NEAR = 1_000;

    /** For so long at most nothing comes into the copy that is answered from. */
    private static final long SWITCH_WITHIN_MS = 1_000;

    private final KeptGenerations<ServedGeneration> copies;

    /**
     * @param folder holds the copies
     * @param memory of their stores; not owned
     */
    ServedGenerations(
            MarqueeLog marqueeLog,
            MovieSources sources,
            Path folder,
            RocksMemory memory,
            ReadBounds bounds,
            Metrics metrics) {
        this.copies =
                new KeptGenerations<>("movie-query", marqueeLog, new Keeping(sources, folder, memory, bounds, metrics));
    }

    private record Keeping(MovieSources sources, Path folder, RocksMemory memory, ReadBounds bounds, Metrics metrics)
            implements KeptGenerations.Keeping<ServedGeneration> {
        @Override
        public ServedGeneration open(MarqueeLog ofGeneration, Generation generation) throws Exception {
            int number = ofGeneration.generation();
            ServedGeneration copy = new ServedGeneration(
                    ofGeneration, sources, folderOf(number), memory, bounds, metrics.kafkaConsumers(partOf(number)));
            copy.start();
            sources.changes().tell(copy.listeners(), sources.metadata());
            return copy;
        }

        private Path folderOf(int number) {
            return folder.resolve(partOf(number));
        }

        private static String partOf(int number) {
            return PART + "-g" + number;
        }

        @Override
        public boolean goOver(ServedGeneration from, ServedGeneration to, Runnable over) {
            return to.isNear(from, NEAR)
                    && from.ratings().view().whileNothingComesIn(() -> {
                        boolean passed = to.hasPassed(from, SWITCH_WITHIN_MS);
                        if (passed) {
                            over.run();
                            sources.watching().forEach(MovieListener::wentOver);
                        }
                        return passed;
                    });
        }

        @Override
        public void retire(ServedGeneration copy) throws IOException {
            copy.retire();
            sources.changes().tellNoMore(copy.listeners());
            metrics.forget(partOf(copy.number()));
        }

        @Override
        public void removeLeft(int generation) throws IOException {
            TopicView.remove(folderOf(generation));
        }

        @Override
        public void close(ServedGeneration copy) {
            copy.close();
        }
    }

    @Override
    public String name() {
        return "ratings-view";
    }

    /** Opens the copy of the live one; the others follow. */
    @Override
    public void start() throws Exception {
        copies.start();
    }

    /** The one to answer from. A request for which it is another one at its end must be answered again. */
    @Override
    public ServedGeneration get() {
        return copies.answering();
    }

    /**
     * The archive of a name.
     *
     * @throws ServiceException if there is none
     */
    ServedGeneration archive(String name) {
        return copies.archive(name)
                .orElseThrow(() ->
                        ServiceException.notFound("there is no view " + name + "; marquee rebuild status lists them"));
    }

    /**
     * The copy of a generation.
     *
     * @param number 0 for the one that is answered from
     * @throws ServiceException if there is none
     */
    ServedGeneration copy(int number) {
        return copies.of(number)
                .orElseThrow(() -> ServiceException.unavailable(
                        "there is no copy of generation " + number + " of the ratings view", RETRY_AFTER));
    }

    /** How many records the copy lacks that is answered from. */
    long lag() {
        return answering().map(copy -> copy.ratings().view().lag()).orElse(0L);
    }

    /** What is answered from and is too old; empty if nothing is. */
    Optional<String> whyTooOld() {
        return answering().flatMap(copy -> copy.gate().whyTooOld());
    }

    /** How far behind the log answers are. */
    Duration age() {
        return answering().map(copy -> copy.gate().age()).orElse(Duration.ZERO);
    }

    List<ViewDescription> describe() {
        ServedGeneration served = get();
        return copies.all().stream().map(copy -> copy.describe(copy == served)).toList();
    }

    @Override
    public CheckResult check() {
        return answering()
                .map(copy -> ViewChecks.of(copy.ratings().view().status()))
                .orElseGet(() -> CheckResult.failing("not started"));
    }

    private Optional<ServedGeneration> answering() {
        return copies.of(0);
    }

    @Override
    public void close() {
        copies.close();
    }
}
