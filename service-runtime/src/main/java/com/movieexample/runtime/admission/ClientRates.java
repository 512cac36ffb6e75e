package com.movieexample.runtime.admission;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How many writes each client makes in a second. A client may be in debt: a batch counts in full once it is taken, and the
 * next one waits for longer. Thread-safe.
 */
final class ClientRates {
    /** Of more clients at a time the ones that were not heard of for the longest are forgotten. */
    private static final int CLIENTS = 10_000;

    private final int perSecond;
    private final LoadingCache<String, Bucket> buckets =
            CacheBuilder.newBuilder().maximumSize(CLIENTS).build(CacheLoader.from(this::full));

    /** @param perSecond 0 for any number */
    ClientRates(int perSecond) {
        this.perSecond = perSecond;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** How long until a client may write again; zero if it may now. */
    Duration debt(String client) {
        return perSecond == 0
                ? Duration.ZERO
                : Duration.ofNanos(
                        buckets.getUnchecked(client).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    void spend(String client, int writes) {
        if (perSecond > 0 && writes > 0) {
            buckets.getUnchecked(client).consumeIgnoringRateLimits(writes);
        }
    }
}
