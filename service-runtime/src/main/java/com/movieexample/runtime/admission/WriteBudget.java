package com.movieexample.runtime.admission;

import com.movieexample.runtime.errors.ServiceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The memory that writes under way may take, of which one client gets a part only. Thread-safe. */
final class WriteBudget {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final long all;
    private final long forClient;
    private final Map<String, Long> taken = new HashMap<>();
    private long total;

    WriteBudget(Limits limits) {
        this.all = limits.writeBytes();
        this.forClient = limits.clientBytes();
    }

    /** @throws ServiceException when the client has too much under way, or all together have */
    synchronized Reservation reserve(String client, long bytes) {
        long before = taken.getOrDefault(client, 0L);
        if (before + bytes > forClient) {
            throw ServiceException.tooManyRequests(
                    "%s has writes of %,d bytes under way, expected at most %,d with this one"
                            .formatted(client, before, forClient),
                    RETRY_AFTER);
        }
        if (total + bytes > all) {
            throw ServiceException.unavailable(
                    "writes of %,d bytes are under way, expected at most %,d with this one".formatted(total, all),
                    RETRY_AFTER);
        }
        taken.put(client, before + bytes);
        total += bytes;
        return new Reservation(() -> release(client, bytes));
    }

    private synchronized void release(String client, long bytes) {
        total -= bytes;
        taken.computeIfPresent(client, (name, now) -> now == bytes ? null : now - bytes);
    }

    synchronized long total() {
        return total;
    }
}
