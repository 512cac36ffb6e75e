package com.movieexample.launcher.importing;

import static com.google.common.util.concurrent.MoreExecutors.directExecutor;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.movieexample.launcher.terminal.Figures;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls of services, which may be sent twice: while a service is not available or silent they are tried
 * again. Thread-safe.
 */
final class RetriedCalls implements AutoCloseable {
    private final RetryPolicy policy;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "import-retries");
        thread.setDaemon(true);
        return thread;
    });

    RetriedCalls(RetryPolicy policy) {
        this.policy = policy;
    }

    /**
     * Fails with {@link LineRejectedException} if the service calls the input invalid, else, once it is no use any
     * more, with {@link ImportFailedException}.
     */
    <T> CompletableFuture<T> call(ServiceConnection service, Supplier<ListenableFuture<T>> attempt) {
        Call<T> call = new Call<>(service, attempt);
        call.tryOnce();
        return call.answer;
    }

    /** Calls that wait for another attempt never end. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    private final class Call<T> implements FutureCallback<T> {
        private final ServiceConnection service;
        private final Supplier<ListenableFuture<T>> attempt;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final long start = System.nanoTime();
        private int failures;

        Call(ServiceConnection service, Supplier<ListenableFuture<T>> attempt) {
            this.service = service;
            this.attempt = attempt;
        }

        void tryOnce() {
            Futures.addCallback(attempt.get(), this, directExecutor());
        }

        @Override
        public void onSuccess(T response) {
            answer.complete(response);
        }

        @Override
        public void onFailure(Throwable thrown) {
            failures++;
            Status status = Status.fromThrowable(thrown);
            switch (status.getCode()) {
                case INVALID_ARGUMENT ->
                    answer.completeExceptionally(new LineRejectedException(reason(status), thrown));
                case UNAVAILABLE, DEADLINE_EXCEEDED -> tryAgain(status, thrown);
                default ->
                    answer.completeExceptionally(
                            new ImportFailedException(service + " failed: " + reason(status), thrown));
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the attempt itself completes the answer
        private void tryAgain(Status status, Throwable thrown) {
            Duration pause = policy.pauseAfter(failures);
            long elapsed = System.nanoTime() - start;
            if (elapsed + pause.toNanos() > policy.total().toNanos()) {
                giveUp(status, thrown, Duration.ofNanos(elapsed));
                return;
            }
            try {
                timer.schedule(this::tryOnce, pause.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                giveUp(status, e, Duration.ofNanos(elapsed));
            }
        }

        private void giveUp(Status status, Throwable cause, Duration elapsed) {
            answer.completeExceptionally(new ImportFailedException(
                    "%s has not been available for %s (%s); start it with ./marquee up"
                            .formatted(service, Figures.duration(elapsed), reason(status)),
                    cause));
        }

        private static String reason(Status status) {
            return status.getDescription() == null ? status.getCode().toString() : status.getDescription();
        }
    }
}
