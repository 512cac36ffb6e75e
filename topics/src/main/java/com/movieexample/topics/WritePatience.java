package com.movieexample.topics;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How long a write may take before it is given up. */
public enum WritePatience {
    /**
     * For somebody who waits for the answer: within 10 s in all. 2 s of them at most hold up the thread that writes,
     * while the topic's brokers are not known or too much waits to be sent. A request that gets no answer is sent once
     * more.
     */
    PROMPT(2_000, 4_000, 8_000),
    /** For a program that rather waits for a broker that starts again than gives up. */
    PATIENT(10_000, 10_000, 30_000);

    private final int blockMs;
    private final int requestMs;
    private final int deliveryMs;

    WritePatience(int blockMs, int requestMs, int deliveryMs) {
        this.blockMs = blockMs;
        this.requestMs = requestMs;
        this.deliveryMs = deliveryMs;
    }

    Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, blockMs,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, requestMs,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMs);
    }
}
