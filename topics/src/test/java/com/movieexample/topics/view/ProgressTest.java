package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.ViewUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProgressTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Progress progress = new Progress();

    @Test
    void beginsAtZeroAndOnlyGrows() {
        assertThat(progress.of(3)).isZero();

        progress.advance(3, 7);
        progress.advance(3, 5);

        assertThat(progress.of(3)).isEqualTo(7);
        assertThat(progress.all()).isEqualTo(Map.of(3, 7L));
    }

    @Test
    void whatIsPassedAlreadyIsNotWaitedFor() {
        progress.advance(0, 8);

        assertThat(progress.past(0, 7)).isCompleted();
        assertThat(progress.past(0, 8)).isNotDone();
        assertThat(progress.past(1, 0)).isNotDone();
    }

    @Test
    void isDoneOnceTheOffsetIsPassed() {
        CompletableFuture<Void> waiting = progress.past(0, 10);

        progress.advance(1, 100);
        progress.advance(0, 10);
        assertThat(waiting).isNotDone();
        progress.advance(0, 11);

        assertThat(waiting).isCompleted();
    }

    @Test
    void whoNoLongerWaitsIsForgotten() {
        CompletableFuture<Void> hasty = progress.past(0, 10);
        CompletableFuture<Void> patient = progress.past(0, 10);

        hasty.completeExceptionally(new TimeoutException());
        assertThat(progress.waiting()).isEqualTo(1);
        progress.advance(0, 11);

        assertThat(patient).isCompleted();
        assertThat(progress.waiting()).isZero();
    }

    @Test
    void closingLetsGoAllWhoWait() throws InterruptedException {
        CompletableFuture<Void> waiting = progress.past(0, 10);

        progress.close();

        assertThat(waiting).isCompletedExceptionally();
        assertThat(progress.past(0, 10)).isCompletedExceptionally();
        progress.awaitNext(LONG);
    }

    @Test
    void theNextChangeIsAwaitedForAtMostATime() throws InterruptedException {
        progress.advance(0, 1);

        progress.awaitNext(Duration.ofMillis(1));

        assertThat(progress.of(0)).isEqualTo(1);
    }

    @Test
    void aNewStartForgetsWhatWasReached() {
        progress.advance(0, 5);

        progress.reset();
        progress.advance(0, 2);

        assertThat(progress.of(0)).isEqualTo(2);
    }

    @Test
    void onePartitionStartsAnewAlone() {
        progress.advance(0, 5);
        progress.advance(1, 6);

        progress.reset(0);

        assertThat(progress.all()).isEqualTo(Map.of(1, 6L));
    }

    @Test
    void whoWaitsForAPartitionThatStartsAnewIsLetGo() {
        CompletableFuture<Void> here = progress.past(0, 5);
        CompletableFuture<Void> there = progress.past(1, 5);

        progress.reset(0);

        assertThat(here)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ViewUnavailableException.class);
        assertThat(there).isNotDone();
        assertThat(progress.waiting()).isEqualTo(1);
    }
}
