package com.movieexample.ingester.explain;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.explain.Bounds;
import com.movieexample.topics.explain.Explanation;
import com.movieexample.topics.explain.ExplanationTimeoutException;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.RecordExplainer;
import com.movieexample.topics.explain.TooManyRatingsException;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the log for each explanation, on threads of its own and few at a time, since one takes long and much. Owns its
 * threads; thread-safe.
 */
public final class ExplanationRepository implements AutoCloseable {
    /** Below what a connection may be idle for. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** The part of the heap that one explanation may fill: anybody may ask, and nobody may end the process by that. */
    private static final int SHARE_OF_HEAP = 8;

    private static final int MOST_AT_A_TIME = 2;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Function<Question, Explanation> explainer;
    private final Supplier<Optional<String>> whyAway;
    private final FewAtATime scans = new FewAtATime("explanations", MOST_AT_A_TIME, RETRY_AFTER);

    /** @param whyAway says that it is no use to ask Kafka now; empty while it may be */
    public ExplanationRepository(Supplier<MarqueeLog> log, Supplier<Optional<String>> whyAway) {
        this(question -> new RecordExplainer(log.get(), bounds()).explain(question), whyAway);
    }

    ExplanationRepository(Function<Question, Explanation> explainer, Supplier<Optional<String>> whyAway) {
        this.explainer = explainer;
        this.whyAway = whyAway;
    }

    private static Bounds bounds() {
        return Bounds.within(TIMEOUT, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** All of it or, as a {@link ServiceException}, why there is nothing. */
    CompletableFuture<Explanation> explain(Question question) {
        whyAway.get().ifPresent(why -> {
            throw unavailable(why, null);
        });
        return scans.run(() -> explained(question));
    }

    private Explanation explained(Question question) {
        try {
            return explainer.apply(question);
        } catch (ExplanationTimeoutException e) {
            throw ServiceException.timeout(e.getMessage());
        } catch (TooManyRatingsException e) {
            throw ServiceException.of(ErrorKind.TOO_LARGE, e.getMessage());
        } catch (KafkaUnavailableException e) {
            throw unavailable(e.getMessage(), e);
        }
    }

    private static ServiceException unavailable(String why, Throwable cause) {
        return ServiceException.unavailable("the log can't be read: " + why, RETRY_AFTER, cause);
    }

    @Override
    public void close() {
        scans.close();
    }
}
