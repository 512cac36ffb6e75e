package com.movieexample.runtime.errors;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.ViewUnavailableException;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way from anything thrown to a {@link Problem}. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /**
     * The problem to answer with. What nobody expected is {@link ErrorKind#INTERNAL}: its stack trace goes to the log
     * and its details stay inside.
     *
     * @param request what was being done, for the log
     */
    public static Problem report(Throwable thrown, String request) {
        Problem problem = of(thrown);
        if (problem.kind() == ErrorKind.INTERNAL) {
            LOG.error("{} failed", request, thrown);
        }
        return problem;
    }

    /** As {@link #report}, without logging. */
    public static Problem of(Throwable thrown) {
        if (thrown instanceof CompletionException || thrown instanceof ExecutionException) {
            return thrown.getCause() == null ? internal() : of(thrown.getCause());
        }
        if (thrown instanceof InvalidInputException e) {
            return Problem.of(e);
        }
        if (thrown instanceof ServiceException e) {
            return e.kind() == ErrorKind.INTERNAL ? internal() : Problem.of(e);
        }
        if (thrown instanceof StatusRuntimeException e) {
            return DownstreamProblem.of(e.getStatus(), e.getTrailers());
        }
        if (thrown instanceof StatusException e) {
            return DownstreamProblem.of(e.getStatus(), e.getTrailers());
        }
        return ofForeign(thrown);
    }

    private static Problem ofForeign(Throwable thrown) {
        if (thrown instanceof LogUnavailableException e) {
            return Problem.of(ServiceException.of(e));
        }
        if (thrown instanceof ViewUnavailableException) {
            return Problem.of(ErrorKind.UNAVAILABLE, thrown.getMessage());
        }
        if (thrown instanceof PositionNotReachedException) {
            return Problem.of(ErrorKind.TIMEOUT, thrown.getMessage());
        }
        if (thrown instanceof RetriableException) {
            return Problem.of(ErrorKind.UNAVAILABLE, "Kafka did not answer as it should, try again");
        }
        if (thrown instanceof RejectedExecutionException) {
            return Problem.of(ErrorKind.UNAVAILABLE, "too much is going on, try again");
        }
        if (thrown instanceof TimeoutException) {
            return Problem.of(ErrorKind.TIMEOUT, "the answer was not ready in time");
        }
        return internal();
    }

    static Problem internal() {
        return Problem.of(ErrorKind.INTERNAL, "an error of the service, its log says more");
    }
}
