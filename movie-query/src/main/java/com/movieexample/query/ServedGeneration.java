package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.ViewDescription;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.query.catalog.MovieTable;
import com.movieexample.query.lists.Lists;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import com.movieexample.topics.view.ViewStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final MovieTable table;
    private final MovieRepository movies;
    private final MovieAnswers answers;
    private final ListAnswers lists;
    private final ListJson listJson;
    private final ListMessages listMessages;
    private final List<MovieListener> listeners;

    /**
     * @param onFollowing is given each consumer that follows its topic, to bind its metrics
     */
    ServedGeneration(
            MarqueeLog log,
            MovieSources sources,
            Path folder,
            RocksMemory memory,
            ReadBounds bounds,
            java.util.function.Consumer<Consumer<byte[], byte[]>> onFollowing) {
        Topics topics = log.topics();
        number = log.generation();
        table = new MovieTable(sources.numbers());
        listeners = List.of(kept, table);
        ratings = new RatingsView(
                log,
                folder,
                memory,
                new RatingChanges(Stream.concat(listeners.stream(), sources.watching().stream())
                        .toList()),
                onFollowing);
        gate = new ReadGate(
                topics,
                Map.of(
                        topics.ratings().name(), ratings.watermarks(),
                        topics.movieMetadata().name(), sources.metadata().view().progress()),
                new LogEnds(log.clients(), "movie-log-ends", List.of(topics.ratings(), topics.movieMetadata())),
                bounds);
        movies = new MovieRepository(sources.metadata(), ratings, gate, topics, number);
        answers = new MovieAnswers(movies, kept, table, number);
        listJson = new ListJson(answers);
        listMessages = new ListMessages(answers);
        ReadGate listGate = gate.of(topics.movieMetadata(), sources.titles().progress());
        lists = new ListAnswers(
                new Lists(table, sources.titles(), Clock.systemUTC()),
                table,
                listGate,
                () -> listGate.freshness(topics.ratings())
                        .and(listGate.freshness(topics.movieMetadata()))
                        .from(number));
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

    /** Those who are to be told of changes of metadata too. */
    List<MovieListener> listeners() {
        return listeners;
    }

    MovieTable table() {
        return table;
    }

    ListAnswers lists() {
        return lists;
    }

    ListJson listJson() {
        return listJson;
    }

    ListMessages listMessages() {
        return listMessages;
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
