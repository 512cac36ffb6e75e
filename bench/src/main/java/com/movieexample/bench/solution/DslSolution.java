package com.movieexample.bench.solution;

import com.movieexample.bench.workload.MovieRatings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The obvious right solution with the DSL: a table of the last rating of each user and movie, grouped by movie, with an
 * adder and a subtractor. A reducer that compares times makes late events come out right; a delete stays in the table as
 * a version, since a tombstone there would let an older rating that comes after it live again.
 *
 * <p>What the DSL gives no hold for, and what is not asked of it here: the position that an aggregate reflects, and a
 * digest to compare rebuilds by. It keeps no histogram either, which spares it work.
 */
public final class DslSolution implements Solution {
    private static final String AGGREGATES = "ratings-by-movie";

    private final Serde<UserAndMovie> keys = new JsonSerde<>(UserAndMovie.class);
    private final Serde<Rated> ratings = new JsonSerde<>(Rated.class);
    private final Serde<CountAndSum> sums = new JsonSerde<>(CountAndSum.class);

    record UserAndMovie(String user, String movie) {}

    @Override
    public Outcome aggregate(Input input) throws Exception {
        return new Outcome(new StreamsRun(input).untilCaughtUp(topology(input)), aggregates(input));
    }

    private Topology topology(Input input) {
        StreamsBuilder builder = new StreamsBuilder();
        lastRatings(builder, input)
                .groupBy(
                        (key, rated) -> KeyValue.pair(key.movie(), rated),
                        Grouped.with("by-movie", Serdes.String(), ratings))
                .aggregate(
                        () -> CountAndSum.NONE,
                        (movie, rated, sum) -> sum.plus(rated),
                        (movie, rated, sum) -> sum.minus(rated),
                        Materialized.<String, CountAndSum, KeyValueStore<Bytes, byte[]>>as(AGGREGATES)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(sums));
        return builder.build(StreamsRun.settings(input));
    }

    private KTable<UserAndMovie, Rated> lastRatings(StreamsBuilder builder, Input input) {
        var log = input.topics().ratings();
        return builder.stream(log.name(), Consumed.with(log.keySerde(), log.valueSerde()))
                .map((key, event) -> KeyValue.pair(
                        new UserAndMovie(event.getUserId(), event.getRecordId()),
                        new Rated(event.getValue(), event.getRatedAt())))
                .groupByKey(Grouped.with("by-user-and-movie", keys, ratings))
                .reduce(
                        Rated::orLater,
                        Materialized.<UserAndMovie, Rated, KeyValueStore<Bytes, byte[]>>as("last-ratings")
                                .withKeySerde(keys)
                                .withValueSerde(ratings));
    }

    private Map<Integer, MovieRatings> aggregates(Input input) {
        String topic = input.applicationId() + "-" + AGGREGATES + "-changelog";
        Deserializer<CountAndSum> deserializer = sums.deserializer();
        Map<Integer, MovieRatings> found = new HashMap<>();
        new Changelog(input.clients(), topic, input.partitions()).forEach(record -> {
            CountAndSum last = deserializer.deserialize(topic, record.value());
            int movie = Integer.parseInt(new String(record.key(), StandardCharsets.UTF_8));
            found.put(movie, new MovieRatings(last.count(), last.sum(), List.of()));
        });
        return found;
    }
}
