package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final int LIMIT = 3;

    private final InFlight inFlight = new InFlight(LIMIT);
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<CompletableFuture<Position>> underWay = new ConcurrentLinkedQueue<>();

    @Test
    void noMoreThanTheLimitAreUnderWay() {
        CompletableFuture<Void> submitting = CompletableFuture.runAsync(() -> submitAll(10));
        for (int answered = 0; answered < 10; answered++) {
            int submitted = Math.min(LIMIT, 10 - answered);
            await().until(() -> underWay.size() == submitted);
            assertThat(underWay).hasSizeLessThanOrEqualTo(LIMIT);
            underWay.remove().complete(new Position("ratings", 0, answered));
        }

        submitting.join();
        inFlight.await();
        assertThat(taken).hasValue(10);
    }

    @Test
    void thePutAfterTheLimitWaits() {
        submitAll(LIMIT);

        CompletableFuture<Void> another = CompletableFuture.runAsync(() -> submitAll(1));
        assertThat(another).isNotDone();
        assertThat(underWay).hasSize(LIMIT);

        underWay.remove().complete(new Position("ratings", 0, 0));
        await().until(another::isDone);
    }

    @Test
    void thePositionsAreTheGreatestOfEachPartition() {
        submitAll(3);
        underWay.remove().complete(new Position("ratings", 0, 5));
        underWay.remove().complete(new Position("ratings", 1, 2));
        underWay.remove().complete(new Position("ratings", 0, 4));

        assertThat(inFlight.positions()).hasToString("ratings/0:5,ratings/1:2");
    }

    @Test
    void aRefusalIsToldWithItsReasonAndStopsNothing() {
        List<String> reasons = new ArrayList<>();
        inFlight.submit(() -> CompletableFuture.failedFuture(refusal()), taken::incrementAndGet, reasons::add);
        // A stage behind the failed one wraps the refusal.
        inFlight.submit(
                () -> CompletableFuture.<Position>failedFuture(refusal()).thenApply(position -> position),
                taken::incrementAndGet,
                reasons::add);
        inFlight.await();

        assertThat(reasons).containsExactly("bad", "bad");
        assertThat(taken).hasValue(0);
    }

    @Test
    void afterAFailureNothingIsSubmittedAndWhoWaitsIsWoken() {
        submitAll(LIMIT);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> submitAll(1));

        underWay.remove().completeExceptionally(new ImportFailedException("gone"));

        assertThatThrownBy(waiting::join).hasRootCauseMessage("gone");
        assertThatThrownBy(() -> submitAll(1)).isInstanceOf(ImportFailedException.class);
        assertThatThrownBy(inFlight::await).hasMessage("gone");
        assertThat(underWay).hasSize(LIMIT - 1);
    }

    @Test
    void anExceptionWhileTheRefusalIsListedIsAFailure() {
        inFlight.submit(() -> CompletableFuture.failedFuture(refusal()), taken::incrementAndGet, reason -> {
            throw new IllegalStateException("no space left");
        });

        assertThatThrownBy(inFlight::await).hasMessage("no space left");
    }

    private void submitAll(int count) {
        for (int i = 0; i < count; i++) {
            inFlight.submit(
                    () -> {
                        CompletableFuture<Position> put = new CompletableFuture<>();
                        underWay.add(put);
                        return put;
                    },
                    taken::incrementAndGet,
                    Assertions::fail);
        }
    }

    private static LineRejectedException refusal() {
        return new LineRejectedException("bad", null);
    }
}
