package com.movieexample.ingester.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests by their numbers, ten in their turn over one connection, several connections at a time. */
public final class FuzzRun {
    /** What failed is repeated with the others, since an earlier one over the same connection may be to blame. */
    public static final int PER_CONNECTION = 10;

    private static final int CONNECTIONS = 4;
    private static final int MOST_FAILURES = 20;

    private final int port;
    private final RequestGenerator requests;
    private final Acknowledged taken = new Acknowledged();
    private final Map<String, AtomicLong> answers = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    public FuzzRun(int port, long seed) {
        this.port = port;
        this.requests = new RequestGenerator(seed);
    }

    /** From one number up to another one, which is left out. */
    public void send(long from, long to) throws ExecutionException, InterruptedException {
        AtomicLong next = new AtomicLong(from);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    for (long first = next.getAndAdd(PER_CONNECTION);
                            first < to && failures.size() < MOST_FAILURES;
                            first = next.getAndAdd(PER_CONNECTION)) {
                        converse(first, Math.min(to, first + PER_CONNECTION));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void converse(long from, long to) throws IOException, InterruptedException {
        String[] kind = {""};
        try (Conversation conversation = new Conversation(port, taken, status -> count(kind[0], status))) {
            for (long number = from; number < to; number++) {
                FuzzRequest request = requests.request(number);
                kind[0] = request.kind();
                try {
                    conversation.exchange(request);
                } catch (AssertionError e) {
                    failures.add("""
                            request %d of seed %d, %s: %s
                            To repeat it: -Dmarquee.seed=%2$d -Dmarquee.fuzz.first=%5$d -Dmarquee.fuzz.requests=%6$d
                            %7$s""".formatted(
                                    number,
                                    requests.seed(),
                                    request.kind(),
                                    e.getMessage(),
                                    from,
                                    PER_CONNECTION,
                                    request.shown()));
                }
            }
        }
    }

    private void count(String kind, int status) {
        answers.computeIfAbsent(status + " " + kind, first -> new AtomicLong()).incrementAndGet();
    }

    /** Each with its request. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many reads were answered with 504, though nobody asked for what can't be had in time. */
    public long late() {
        return answers.entrySet().stream()
                .filter(answer ->
                        answer.getKey().startsWith("504 ") && !answer.getKey().endsWith(HeaderRequests.PREFER))
                .mapToLong(answer -> answer.getValue().get())
                .sum();
    }

    public Acknowledged taken() {
        return taken;
    }

    /** How many answers of each status to each kind of request. */
    public Map<String, AtomicLong> answers() {
        return answers;
    }
}
