package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProgressTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Progress progress = new Progress();

    private CompletableFuture<Boolean> awaitPast(int partition, long offset) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return progress.awaitPast(partition, offset, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void beginsAtZeroAndOnlyGrows() {
        assertThat(progress.of(3)).isZero();

        progress.advance(3, 7);
        progress.advance(3, 5);

        assertThat(progress.of(3)).isEqualTo(7);
        assertThat(progress.all()).isEqualTo(Map.of(3, 7L));
    }

    @Test
    void whatIsPassedAlreadyIsNotWaitedFor() throws InterruptedException {
        progress.advance(0, 8);

        assertThat(progress.awaitPast(0, 7, Duration.ZERO)).isTrue();
        assertThat(progress.awaitPast(0, 8, Duration.ZERO)).isFalse();
        assertThat(progress.awaitPast(1, 0, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void wakesUpOnceTheOffsetIsPassed() throws Exception {
        CompletableFuture<Boolean> waiting = awaitPast(0, 10);

        progress.advance(1, 100);
        progress.advance(0, 10);
        assertThat(waiting).isNotDone();
        progress.advance(0, 11);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingLetsGoAllWhoWait() throws Exception {
        CompletableFuture<Boolean> waiting = awaitPast(0, 10);

        progress.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
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
}
