package com.movieexample.launcher.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads a stream of events up to the end of the first one that has data, and hangs up: the stream itself never ends. */
final class FirstEvent implements BodySubscriber<String> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> event = new CompletableFuture<>();
    private Subscription subscription;

    private FirstEvent() {}

    /** Any other answer is read to its end. */
    static BodyHandler<String> orAll() {
        return answer -> answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new FirstEvent()
                : BodySubscribers.ofString(UTF_8);
    }

    @Override
    public CompletionStage<String> getBody() {
        return event;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            byte[] read = new byte[piece.remaining()];
            piece.get(read);
            bytes.writeBytes(read);
        }
        String text = bytes.toString(UTF_8);
        int data = text.indexOf("\ndata:");
        int end = data < 0 ? -1 : text.indexOf("\n\n", data + 1);
        if (end >= 0 && event.complete(text.substring(0, end + 2))) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        event.completeExceptionally(failure);
    }

    /** One that ends before is what it is. */
    @Override
    public void onComplete() {
        event.complete(bytes.toString(UTF_8));
    }
}
