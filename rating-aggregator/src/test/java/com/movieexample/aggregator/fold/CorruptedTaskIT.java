package com.movieexample.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.aggregator.store.FoldState;
import com.movieexample.topics.rules.EventReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A task is declared corrupt while events of the same poll wait behind the one that is being processed. The log stays
 * quiet afterwards: no later event shows that some were skipped.
 */
class CorruptedTaskIT {
    /** So few that one poll brings all of a partition. */
    private static final int EVENTS = 2_400;

    /** Within what one poll brings, and not at its end. */
    private static final Set<Integer> CORRUPTS_AT = Set.of(350, 1_720);

    private final AtomicInteger puts = new AtomicInteger();
    private final AtomicInteger corrupted = new AtomicInteger();

    /** Kafka Streams commits the transaction that is open, with the half of it that the task had written. */
    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void nothingIsLostWhenAStoreDeclaresItsTaskCorrupt(StoreKind stores, @TempDir Path stateDir) throws Exception {
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            assertThatAllIsFolded(run, stores, reader -> {
                Set<Integer> begun = ConcurrentHashMap.newKeySet();
                return () -> new RatingFold(
                        reader,
                        context -> corruptible(stores.open(context), context),
                        run.gapCheck(),
                        run.metrics(),
                        progress(),
                        new Throttle(1),
                        Long.MAX_VALUE,
                        begun);
            });
        }
    }

    /** Before its first event, so that there is nothing half-written; Kafka Streams does not give it the event again. */
    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void nothingIsLostWhenATaskIsRevivedAndItsEventsAreNot(StoreKind stores, @TempDir Path stateDir) throws Exception {
        try (FoldRun run = new FoldRun(stores, stateDir)) {
            assertThatAllIsFolded(run, stores, reader -> {
                Set<Integer> begun = ConcurrentHashMap.newKeySet();
                return () -> new CorruptibleProcessor(new RatingFold(
                        reader,
                        stores::open,
                        run.gapCheck(),
                        run.metrics(),
                        progress(),
                        new Throttle(1),
                        Long.MAX_VALUE,
                        begun));
            });
        }
    }

    /** Makes the processors of one application. */
    private interface Folds {
        Supplier<Processor<byte[], byte[], Void, Void>> with(EventReader reader);
    }

    private void assertThatAllIsFolded(FoldRun run, StoreKind stores, Folds folds) throws Exception {
        RatedByMany rated = RatedByMany.append(run.log, EVENTS);

        run.start(() -> topology(run, stores, folds));

        await().atMost(Duration.ofMinutes(1)).until(() -> rated.isAllIn(CommittedView.read(run.log)));
        assertThat(corrupted.get()).isPositive();
        rated.assertThatNoneIsMissing(CommittedView.read(run.log));
    }

    private static Topology topology(FoldRun run, StoreKind stores, Folds folds) {
        Supplier<Processor<byte[], byte[], Void, Void>> fold =
                folds.with(new EventReader(run.log.rules(), FoldRun.PARTITIONS));
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "log",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        run.log.topics().ratings().name())
                .addProcessor("fold", with(stores, fold), "log");
    }

    private static ProcessorSupplier<byte[], byte[], Void, Void> with(
            StoreKind stores, Supplier<Processor<byte[], byte[], Void, Void>> fold) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], Void, Void> get() {
                return fold.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores.stores();
            }
        };
    }

    private static FoldProgress progress() {
        return new FoldProgress(FoldRun.PARTITIONS);
    }

    private TaskCorruptedException corrupt(ProcessorContext<?, ?> context) {
        corrupted.incrementAndGet();
        return new TaskCorruptedException(Set.of(context.taskId()));
    }

    /** The stores, where an aggregate that follows its rating can't be written. */
    private FoldState corruptible(FoldState stores, ProcessorContext<?, ?> context) {
        return (FoldState) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FoldState.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("moveAggregate") && CORRUPTS_AT.contains(puts.incrementAndGet())) {
                        throw corrupt(context);
                    }
                    try {
                        return method.invoke(stores, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class CorruptibleProcessor implements Processor<byte[], byte[], Void, Void> {
        private final RatingFold fold;
        private ProcessorContext<Void, Void> context;

        private CorruptibleProcessor(RatingFold fold) {
            this.fold = fold;
        }

        @Override
        public void init(ProcessorContext<Void, Void> newContext) {
            context = newContext;
            fold.init(newContext);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (context.recordMetadata().orElseThrow().offset() == 0 && corrupted.get() < FoldRun.PARTITIONS) {
                throw corrupt(context);
            }
            fold.process(record);
        }
    }
}
