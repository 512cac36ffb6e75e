package com.movieexample.ingester.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.explain.Bounds;
import com.movieexample.topics.explain.Explanation;
import com.movieexample.topics.explain.Question;
import com.movieexample.topics.explain.RecordExplainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExplanationRepositoryTest {
    private static final Question QUESTION =
            new Question(RecordKey.movie("603"), Optional.empty(), 100, 25, Optional.empty());

    private final CountDownLatch release = new CountDownLatch(1);

    private Explanation slowly(Question question) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private static ExplanationRepository of(Function<Question, Explanation> explainer) {
        return new ExplanationRepository(explainer, Optional::empty);
    }

    @Test
    void moreThanTwoAtATimeAreRefusedUntilOneIsDone() {
        try (ExplanationRepository repository = of(this::slowly)) {
            List<CompletableFuture<Explanation>> running = new ArrayList<>();
            running.add(repository.explain(QUESTION));
            running.add(repository.explain(QUESTION));

            assertThatThrownBy(() -> repository.explain(QUESTION))
                    .isInstanceOf(ServiceException.class)
                    .hasMessage("2 explanations are being made, expected fewer at a time")
                    .satisfies(e -> {
                        Problem problem = Problems.of(e);
                        assertThat(problem.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                        assertThat(problem.retryAfterSeconds()).contains(5L);
                    });

            release.countDown();
            running.forEach(CompletableFuture::join);
            repository.explain(QUESTION).join();
        }
    }

    @Test
    void oneThatFailsMakesRoomToo() {
        try (ExplanationRepository repository = of(question -> {
            throw new IllegalStateException("fails");
        })) {
            for (int i = 0; i < 5; i++) {
                CompletableFuture<Explanation> failing = repository.explain(QUESTION);
                assertThatThrownBy(failing::join).hasRootCauseMessage("fails");
            }
        }
    }

    @Test
    void whatIsNotReadInTimeIsNoAnswer() {
        Bounds bounds = Bounds.of(Duration.ofMillis(20));
        try (ExplanationRepository repository = of(new RecordExplainer(TestLogs.unreachable(), bounds)::explain)) {
            CompletableFuture<Explanation> late = repository.explain(QUESTION);

            assertThatThrownBy(late::join)
                    .hasRootCauseInstanceOf(ServiceException.class)
                    .satisfies(e -> assertThat(Problems.of(e).kind()).isEqualTo(ErrorKind.TIMEOUT))
                    .hasMessageEndingWith("ratings/0 was not read to its end within 20 ms: nothing came of it");
        }
    }

    @Test
    void kafkaThatIsKnownToBeAwayIsNotAsked() {
        try (ExplanationRepository repository =
                new ExplanationRepository(this::slowly, () -> Optional.of("no broker answers"))) {
            assertThatThrownBy(() -> repository.explain(QUESTION))
                    .hasMessage("the log can't be read: no broker answers");
        }
    }
}
