package com.movieexample.ingester.deadletters;

import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.deadletters.DeadLetterSummary;
import com.movieexample.topics.deadletters.DeadLetterTopic;
import com.movieexample.topics.deadletters.Mending;
import com.movieexample.topics.deadletters.Removal;
import com.movieexample.topics.deadletters.Resubmission;
import com.movieexample.topics.deadletters.Resubmitted;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The topic of the dead letters. It is read to its end for each answer, on threads of its own, so that a broker that is
 * slow holds up nobody else. Owns its threads and its writer; thread-safe.
 */
public final class DeadLetterRepository implements AutoCloseable {
    /** Somebody waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int THREADS = 4;
    /** More would wait for longer than a caller does. */
    private static final int MOST_WAITING = 64;

    private final DeadLetterTopic topic;
    private final TopicWriter<byte[]> writer;
    private final Removal removal;
    private final Supplier<EventRules> rules;
    private final TopicWriter<RatingEvent> ratings;
    private final Supplier<Optional<String>> whyAway;
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), run -> {
                Thread thread = new Thread(run, "dead-letters");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Writes nothing until it is asked to.
     *
     * @param rules of the live generation, now
     * @param ratings writes to {@code ratings}; whoever owns it closes it later
     * @param whyAway says that it is no use to ask Kafka now; empty while it may be
     */
    public DeadLetterRepository(
            MarqueeLog log,
            Supplier<EventRules> rules,
            TopicWriter<RatingEvent> ratings,
            Supplier<Optional<String>> whyAway) {
        TopicDefinition<String, byte[]> letters = log.topics().deadLetters();
        this.topic = new DeadLetterTopic(log.clients(), letters.name(), PATIENCE);
        this.writer = new TopicWriter<>(log.clients(), "dead-letters", letters, whyAway);
        this.removal = new Removal(writer);
        this.rules = rules;
        this.ratings = ratings;
        this.whyAway = whyAway;
    }

    CompletableFuture<List<DeadLetterSummary>> summaries() {
        return later(topic::summaries);
    }

    /** Empty if there is none of this origin. */
    CompletableFuture<Optional<DeadLetter>> find(Position origin) {
        return later(() -> topic.find(origin));
    }

    /** Empty if there is none of this origin. */
    CompletableFuture<Optional<Resubmitted>> resubmit(Position origin, Optional<Mending> mending) {
        return later(() -> topic.find(origin)
                .map(letter ->
                        new Resubmission(rules.get(), ratings, removal, Clock.systemUTC()).resubmit(letter, mending)));
    }

    /** Whether there was one of this origin. */
    CompletableFuture<Boolean> drop(Position origin) {
        return later(() -> {
            boolean found = topic.find(origin).isPresent();
            if (found) {
                removal.drop(origin);
            }
            return found;
        });
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        whyAway.get().ifPresent(why -> {
            throw ServiceException.unavailable("the dead letters can't be read: " + why, RETRY_AFTER);
        });
        return CompletableFuture.supplyAsync(() -> explained(work), threads);
    }

    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (KafkaUnavailableException e) {
            throw ServiceException.unavailable("the dead letters can't be read: " + e.getMessage(), RETRY_AFTER, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        writer.close();
    }
}
