package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.ViewStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * One generation of the ratings view, with all that a request needs to be answered from it alone. Owns all of it but the
 * metadata view; thread-safe.
 */
final class ServedGeneration implements AutoCloseable {
    private final int number;
    private final KeptAnswers kept = new KeptAnswers();
    private final RatingsView ratings;
    private final ReadGate gate;
    private final MovieRepository movies;
    private final MovieAnswers answers;

    /** @param onFollowing is given each consumer that follows its topic, to bind its metrics */
    ServedGeneration(
            MarqueeLog log,
            MetadataView metadata,
            Path folder,
            RocksMemory memory,
            ReadBounds bounds,
            java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        Topics topics = log.topics();
        number = log.generation();
        ratings = new RatingsView(log, folder, memory, kept, onFollowing);
        gate = new ReadGate(
                topics,
                Map.of(
                        topics.ratings().name(), ratings.watermarks(),
                        topics.movieMetadata().name(), metadata.view().progress()),
                new LogEnds(log.clients(), "movie-log-ends", List.of(topics.ratings(), topics.movieMetadata())),
                bounds);
        movies = new MovieRepository(metadata, ratings, gate, topics, number);
        answers = new MovieAnswers(movies, kept);
    }

    /** When it throws, all that had been started is closed again. */
    void start() throws Exception {
        try {
            ratings.view().start();
            gate.start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    int number() {
        return number;
    }

    KeptAnswers kept() {
        return kept;
    }

    RatingsView ratings() {
        return ratings;
    }

    ReadGate gate() {
        return gate;
    }

    /** Reads some movies once it has all that the caller has seen. */
    <T> CompletableFuture<Answer<T>> read(Positions seen, List<String> ids, Supplier<T> reading) {
        return gate.read(seen, () -> movies.freshness(ids), reading);
    }

    MovieRepository movies() {
        return movies;
    }

    MovieAnswers answers() {
        return answers;
    }

    ViewDescription describe(boolean served) {
        return ratings.describe(number, served);
    }

    /** Whether it is nowhere more than so many offsets behind another one, and follows its topic. */
    boolean isNear(ServedGeneration other, long offsets) {
        Map<Integer, Long> here = ratings.watermarks().all();
        return ratings.view().status().state() == ViewStatus.State.LIVE
                && other.ratings.watermarks().all().entrySet().stream()
                        .allMatch(there -> here.getOrDefault(there.getKey(), 0L) + offsets >= there.getValue());
    }

    /** Waits until it has passed another one, of which nothing more comes in, in every partition; false if in vain. */
    boolean hasPassed(ServedGeneration other, long millis) {
        CompletableFuture<?>[] passed = other.ratings.watermarks().all().entrySet().stream()
                .map(next -> ratings.watermarks().past(next.getKey(), next.getValue() - 1))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(passed).get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            for (CompletableFuture<?> one : passed) {
                one.cancel(false);
            }
            return false;
        }
    }

    /** Closes it for good, and removes its copy. */
    void retire() throws IOException {
        gate.close();
        ratings.retire();
    }

    @Override
    public void close() {
        gate.close();
        ratings.close();
    }
}
