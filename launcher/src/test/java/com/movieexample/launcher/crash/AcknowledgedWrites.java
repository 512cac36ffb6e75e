package com.movieexample.launcher.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Ratings without a time of their own, each by another user. Those that were acknowledged are never sent again; of the
 * others it is not known what became of them. Thread-safe.
 */
final class AcknowledgedWrites {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger users = new AtomicInteger();
    private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Integer> unsettled = new ConcurrentLinkedQueue<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile String lastPosition = "";

    /** Writes to a rating-ingester until the load is stopped, or the ingester is gone. */
    Load start(String ingester, int threads, int perSecond) {
        return Load.start(threads, perSecond, () -> {
            int user = users.incrementAndGet();
            try {
                write(ingester, user);
                return true;
            } catch (HttpTimeoutException e) {
                unanswered.increment();
                return true;
            } catch (IOException e) {
                unanswered.increment();
                return false;
            } finally {
                if (!acknowledged.containsKey(user)) {
                    unsettled.add(user);
                }
            }
        });
    }

    /** Sends those again of which it is not known what became of them; a user rates the same movie alike. */
    void settle(String ingester) throws IOException {
        while (!unsettled.isEmpty()) {
            int user = unsettled.remove();
            write(ingester, user);
            if (!acknowledged.containsKey(user)) {
                throw new IllegalStateException("the rating of user " + user + " was not taken");
            }
        }
    }

    private void write(String ingester, int user) throws IOException {
        String put = "http://%s/rating?id=%s&userId=writer-%d&value=%s"
                .formatted(ingester, GeneratedRatings.unrated(user), user, value(user) / 100.0);
        HttpRequest request = HttpRequest.newBuilder(URI.create(put))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.noBody())
                .build();
        try {
            take(user, http.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(int user, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            acknowledged.put(user, value(user));
            lastPosition = answer.headers().firstValue("Marquee-Position").orElseThrow();
        } else if (isHonestRefusal(answer)) {
            refused.increment();
        } else {
            unexpected.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
    }

    private static boolean isHonestRefusal(HttpResponse<String> answer) {
        return answer.statusCode() == 504
                || (answer.statusCode() == 503
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private static int value(int user) {
        return 50 + 50 * (user % 10);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Answers other than 200, 503 with a time for another try, and 504. */
    Queue<String> unexpected() {
        return unexpected;
    }

    /** Of the last write that was acknowledged. */
    String lastPosition() {
        return lastPosition;
    }

    /** For each movie how {@code "count":…,"sum":…} of all acknowledged ratings reads. */
    Map<String, String> expected() {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> sums = new HashMap<>();
        acknowledged.forEach((user, value) -> {
            counts.merge(GeneratedRatings.unrated(user), 1, Integer::sum);
            sums.merge(GeneratedRatings.unrated(user), value, Integer::sum);
        });
        Map<String, String> expected = new HashMap<>();
        counts.forEach((movie, count) ->
                expected.put(movie, "\"count\":%d,\"sum\":%s,".formatted(count, shown(sums.get(movie)))));
        return expected;
    }

    /** Half stars come to a whole or a half. */
    private static String shown(int hundredths) {
        return hundredths % 100 == 0 ? Integer.toString(hundredths / 100) : hundredths / 100 + ".5";
    }

    @Override
    public String toString() {
        return "%d writes acknowledged, %d refused, %d without an answer"
                .formatted(acknowledged(), refused.sum(), unanswered.sum());
    }
}
