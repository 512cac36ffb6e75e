package com.movieexample.metadata;

import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.MetadataRules;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What may be stored, and what is said when there is nothing. Thread-safe. */
final class MetadataController {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MetadataRepository repository;

    MetadataController(MetadataRepository repository) {
        this.repository = repository;
    }

    Metadata get(String id) {
        Ids.require("id", id);
        repository.whyUnavailable().ifPresent(why -> {
            throw ServiceException.unavailable("metadata can't be read yet: " + why, RETRY_AFTER);
        });
        return repository.find(id).orElseThrow(() -> ServiceException.notFound("there is no metadata for movie " + id));
    }

    CompletableFuture<Position> put(Metadata metadata) {
        MetadataRules.check(metadata);
        return repository.put(metadata);
    }
}
