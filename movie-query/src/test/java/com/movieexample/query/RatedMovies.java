package com.movieexample.query;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log to which a test adds movies and ratings as services and the fold do, and a movie-query of it. */
final class RatedMovies implements AutoCloseable {
    private static final long MS_A_DAY = 86_400_000;

    private final MarqueeLog log;
    private final Path folder;
    private final AggregatesTopic aggregates;
    private final MovieMetadata metadata;
    private MovieProcess process;
    private long nextOffset;

    RatedMovies(String name, Path folder) throws Exception {
        this.folder = folder;
        log = TestLogs.open(name, 2);
        aggregates = new AggregatesTopic(log).create();
        RawTopic ratings = new RawTopic(log.clients(), log.topics().ratings().name());
        ratings.append(Collections.nCopies(10_000, ratings.entry(0, null, null)));
        metadata = new MovieMetadata(log);
        process = start(folder);
    }

    /** Another instance. */
    MovieProcess start(Path other) throws Exception {
        return MovieProcess.start(log, other, MovieProcess.PATIENCE).awaitReady();
    }

    void restart() throws Exception {
        process.close();
        process = start(folder);
    }

    MovieProcess process() {
        return process;
    }

    HttpCaller http() throws IOException, InterruptedException {
        return process.http();
    }

    Position add(String id, String title, int year, List<String> genres) {
        return metadata.put(Metadata.newBuilder()
                .setId(id)
                .setTitle(title)
                .setYear(year)
                .addAllGenres(genres)
                .build());
    }

    Position remove(String id) {
        return metadata.delete(id);
    }

    /** The answer is the position of the last rating that is folded then. */
    String rate(Map<String, RatingAggregate> rated) throws Exception {
        nextOffset += 1;
        aggregates.commit(nextOffset, new TreeMap<>(rated));
        return new Position(log.topics().ratings().name(), 0, nextOffset - 1).toString();
    }

    /** As many ratings of a value, all of them so many days ago. */
    RatingAggregate ratings(int count, double value, int daysAgo) {
        int hundredths = (int) Math.round(value * 100);
        return RatingAggregate.newBuilder()
                .setCount(count)
                .setSum((long) count * hundredths)
                .addHistogramValues(hundredths)
                .addHistogramCounts(count)
                .setLatestEventTime((today().toEpochDay() - daysAgo) * MS_A_DAY)
                .setLastChangeOffset(nextOffset)
                .addDailyCounts(count)
                .build();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        process.close();
        metadata.close();
    }
}
