package com.movieexample.bench.solution;

import com.google.protobuf.InvalidProtocolBufferException;
import com.movieexample.aggregator.fold.FoldMetrics;
import com.movieexample.aggregator.fold.FoldProgress;
import com.movieexample.aggregator.fold.GapCheck;
import com.movieexample.aggregator.fold.RatingsTopology;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.aggregator.streams.AggregatorStreams;
import com.movieexample.aggregator.streams.StreamsConfiguration;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.bench.workload.MovieRatings;
import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.RocksMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The fold of the rating-aggregator as it runs in production, with production's defaults, without its servers. Not thread-safe. */
public final class MarqueeFold implements AutoCloseable {
    private static final int THREADS = 2;
    private static final long CACHE_BYTES = 64L << 20;
    private static final long ROCKS_BYTES = 128L << 20;

    private final RocksMemory memory = new RocksMemory(ROCKS_BYTES);
    private final int partitions;
    private final FoldProgress progress;
    private final AggregatorStreams streams;

    /** Not started yet. */
    public MarqueeFold(MarqueeLog log, StoreKind stores, Path folder) {
        partitions = log.topics().ratingsPartitions();
        progress = new FoldProgress(partitions);
        RatingsTopology topology = new RatingsTopology(
                log.topics(),
                log.rules(),
                stores,
                new GapCheck(log.clients(), log.topics().ratings().name()),
                new FoldMetrics(new SimpleMeterRegistry(), 1),
                progress);
        StreamsConfiguration configuration =
                new StreamsConfiguration(folder, stores, THREADS, 0, CACHE_BYTES, Optional.empty(), Map.of());
        streams = new AggregatorStreams(log, configuration, memory, topology, Optional::empty, made -> {});
    }

    public void start() throws IOException {
        progress.start();
        streams.start();
    }

    /** Whether it has restored its stores, and takes events. */
    public boolean isRunning() {
        return streams.check().isReady();
    }

    /** What a restored aggregate store says of each movie, by number. */
    public Map<Integer, MovieRatings> storedRatings() throws InvalidProtocolBufferException {
        Map<Integer, MovieRatings> ratings = new HashMap<>();
        for (int movie = 1; movie <= RatingWorkload.MOVIES; movie++) {
            byte[] key = RecordKey.movie(Integer.toString(movie)).bytes();
            byte[] aggregate = store(Partitioning.partitionOf(key, partitions)).get(Bytes.wrap(key));
            if (aggregate != null) {
                ratings.put(movie, CommittedView.ratings(RatingAggregate.parseFrom(aggregate)));
            }
        }
        return ratings;
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(int partition) {
        return streams.streams()
                .store(StoreQueryParameters.fromNameAndType(
                                Topics.AGGREGATE_STORE, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    @Override
    public void close() {
        streams.close();
        progress.close();
        memory.close();
    }
}
