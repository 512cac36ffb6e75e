package com.movieexample.runtime.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.LogUnavailableException;
import com.movieexample.api.Position;
import com.movieexample.api.PositionNotReachedException;
import com.movieexample.api.ViewUnavailableException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorTableTest {
    @Test
    void tellsAllKindsApartByTypeTitleAndHttpStatus() {
        assertThat(Arrays.stream(ErrorKind.values()).map(ErrorKind::type)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ErrorKind.values()).map(ErrorKind::title)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ErrorKind.values()).map(ErrorKind::httpStatus)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void findsEachKindByItsHttpStatusAndAKindOfItsGrpcCode(ErrorKind kind) {
        assertThat(kind.httpStatus()).isBetween(400, 599);
        assertThat(ErrorKind.ofHttpStatus(kind.httpStatus())).contains(kind);
        assertThat(ErrorKind.ofGrpcCode(kind.grpcCode()).orElseThrow().grpcCode())
                .isEqualTo(kind.grpcCode());
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWroteForGrpc(ErrorKind kind) {
        Problem problem = Problem.of(kind, "what happened");
        StatusRuntimeException written = GrpcProblems.write(problem);
        assertThat(written.getStatus().getCode()).isEqualTo(kind.grpcCode());
        assertThat(GrpcProblems.read(written.getStatus(), written.getTrailers()))
                .contains(problem);
    }

    @Test
    void keepsFieldAndRetryAcrossGrpc() {
        for (Problem problem : new Problem[] {
            Problems.of(new InvalidInputException("value", "7", "at most 5")),
            Problems.of(ServiceException.unavailable("restoring", Duration.ofMillis(2500))),
            Problems.of(ServiceException.timeout("late").with("ratedAt", "2026-01-31T12:00:00Z"))
        }) {
            StatusRuntimeException written = GrpcProblems.write(problem);
            assertThat(Problems.of(written)).isEqualTo(problem);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_INPUT, INVALID_INPUT, bad",
        "NOT_FOUND, NOT_FOUND, bad",
        "CONFLICT, CONFLICT, bad",
        "UNAVAILABLE, UNAVAILABLE, bad",
        "TIMEOUT, TIMEOUT, bad",
        "UNAUTHENTICATED, INTERNAL, 'an error of the service, its log says more'",
        "FORBIDDEN, INTERNAL, 'an error of the service, its log says more'",
        "METHOD_NOT_ALLOWED, INTERNAL, 'an error of the service, its log says more'",
        "INTERNAL, INTERNAL, 'an error of the service, its log says more'",
    })
    void passesOnOnlyWhatConcernsTheCaller(ErrorKind downstream, ErrorKind ours, String detail) {
        Problem problem = Problems.of(GrpcProblems.write(Problem.of(downstream, "bad")));
        assertThat(problem.kind()).isEqualTo(ours);
        assertThat(problem.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, UNAVAILABLE",
        "DEADLINE_EXCEEDED, TIMEOUT",
        "CANCELLED, CANCELLED",
        "UNKNOWN, INTERNAL",
        "INTERNAL, INTERNAL",
        "PERMISSION_DENIED, INTERNAL",
        "RESOURCE_EXHAUSTED, INTERNAL",
    })
    void hidesTheTextOfForeignStatuses(Status.Code code, ErrorKind kind) {
        Problem problem = Problems.of(code.toStatus()
                .withDescription("Connection refused: /10.0.0.7:9084")
                .asRuntimeException());
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.detail()).doesNotContain("10.0.0.7");
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND, NOT_FOUND", "INVALID_ARGUMENT, INVALID_INPUT"})
    void showsTheTextOfForeignStatusesThatAreForTheCaller(Status.Code code, ErrorKind kind) {
        Problem problem = Problems.of(code.toStatus().withDescription("for you").asException());
        assertThat(problem).isEqualTo(Problem.of(kind, "for you"));
    }

    @Test
    void prefersWhatThisProcessKnowsOfAFailedCall() {
        ServiceException cause = ServiceException.unavailable("no instance of rating", Duration.ofSeconds(3));
        Problem problem = Problems.of(
                Status.UNAVAILABLE.withDescription("other").withCause(cause).asRuntimeException());
        assertThat(problem.detail()).isEqualTo("no instance of rating");
        assertThat(problem.retryAfterSeconds()).contains(3L);
    }

    @Test
    void tellsAWriteThatWasNotSentFromOneThatWasNotConfirmed() {
        Throwable cause = new IllegalStateException("no broker");

        Problem notSent = Problems.of(LogUnavailableException.notSent("ratings", "no broker", cause));
        Problem unconfirmed = Problems.of(LogUnavailableException.unconfirmed("ratings", cause));

        assertThat(notSent.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(notSent.retryAfterSeconds()).contains(1L);
        assertThat(unconfirmed.kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(unconfirmed.detail())
                .isEqualTo("ratings did not confirm the write in time, it may hold it or not: no broker");
    }

    @Test
    void keepsTheKindOfAnErrorThatTellsMore() {
        ServiceException error = ServiceException.unavailable("restoring", Duration.ofSeconds(3))
                .with("ratedAt", "2026-01-31T12:00:00Z")
                .with("next", "x");

        assertThat(Problems.of(error))
                .isEqualTo(new Problem(
                        ErrorKind.UNAVAILABLE,
                        "restoring",
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(3)),
                        Map.of("ratedAt", "2026-01-31T12:00:00Z", "next", "x")));
    }

    @Test
    void looksIntoFailedFutures() {
        Throwable thrown = new CompletionException(new ExecutionException(ServiceException.conflict("taken")));
        assertThat(Problems.of(thrown)).isEqualTo(Problem.of(ErrorKind.CONFLICT, "taken"));
    }

    @Test
    void aViewThatCantBeReadNowIsUnavailable() {
        assertThat(Problems.of(new ViewUnavailableException("is built again")))
                .isEqualTo(Problem.of(ErrorKind.UNAVAILABLE, "is built again"));
    }

    @Test
    void aPositionThatWasNotReachedIsATimeout() {
        Position position = new Position("ratings", 3, 1042);
        Problem problem = Problems.of(new PositionNotReachedException(position, 7, Duration.ofSeconds(5)));

        assertThat(problem.kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(problem.detail())
                .isEqualTo("the view did not come past ratings/3:1042 within 5000 ms, it includes what is before 7");
    }

    @Test
    void knowsTheUsualExceptionsOfLibraries() {
        assertThat(Problems.of(new NotLeaderOrFollowerException("x")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(Problems.of(new RejectedExecutionException("x")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(Problems.of(new TimeoutException("x")).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void keepsTheDetailsOfAnythingElseInside() {
        assertThat(Problems.of(new IllegalStateException("hunter2"))).isEqualTo(Problems.internal());
        assertThat(Problems.of(ServiceException.internal("hunter2", null))).isEqualTo(Problems.internal());
        assertThat(Problems.report(new AssertionError("hunter2"), "a test")).isEqualTo(Problems.internal());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "60000, 60"})
    void roundsRetryAfterUpToWholeSeconds(long milliseconds, long seconds) {
        Problem problem = Problems.of(ServiceException.unavailable("x", Duration.ofMillis(milliseconds)));
        assertThat(problem.retryAfterSeconds()).contains(seconds);
    }
}
