package com.movieexample.launcher.topics;

import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;

/** Waits for what a cluster answers; the clients bound the wait. */
record AdminAnswers(String bootstrapServers) {
    /** @throws KafkaUnavailableException when there is no answer, or a refusal */
    <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(bootstrapServers, e);
        }
    }

    /** The same, with {@code otherwise} where the user may not know. */
    <T> T getIfAllowed(KafkaFuture<T> answer, T otherwise) {
        try {
            return get(answer);
        } catch (KafkaUnavailableException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return otherwise;
            }
            throw e;
        }
    }
}
