package com.movieexample.metadata;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.topics.Ids;
import com.movieexample.topics.MetadataRules;
import com.movieexample.topics.view.Answer;
import com.movieexample.topics.view.ReadGate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What may be stored, what is asked for, and how new the answer must be. Thread-safe. */
final class MetadataController {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MetadataRepository repository;
    private final ReadGate gate;

    MetadataController(MetadataRepository repository, ReadGate gate) {
        this.repository = repository;
        this.gate = gate;
    }

    /** The records that were found, and the ids that have none. */
    record Found(List<Metadata> records, List<String> missing) {}

    CompletableFuture<Answer<Optional<Metadata>>> get(String id, Positions seen) {
        Ids.require("id", id);
        requireReadable();
        return gate.read(seen, () -> repository.freshness(List.of(id)), () -> repository.find(id));
    }

    CompletableFuture<Answer<Found>> getAll(List<String> ids, Positions seen) {
        List<String> distinct = Ids.requireBatch("ids", ids);
        requireReadable();
        return gate.read(seen, () -> repository.freshness(distinct), () -> findAll(distinct));
    }

    CompletableFuture<Position> put(Caller caller, Metadata metadata) {
        caller.requireMetadata();
        MetadataRules.check(metadata);
        return repository.put(metadata);
    }

    /** Done as well when there is nothing: the view may not show yet what the log has. */
    CompletableFuture<Position> delete(Caller caller, String id) {
        caller.requireMetadata();
        Ids.require("id", id);
        return repository.delete(id);
    }

    static ServiceException noMetadata(String id) {
        return ServiceException.notFound("there is no metadata for movie " + id);
    }

    private Found findAll(List<String> ids) {
        List<Metadata> found = repository.findAll(ids);
        Set<String> foundIds = found.stream().map(Metadata::getId).collect(Collectors.toSet());
        return new Found(
                found, ids.stream().filter(id -> !foundIds.contains(id)).toList());
    }

    private void requireReadable() {
        repository.whyUnavailable().ifPresent(why -> {
            throw ServiceException.unavailable("metadata can't be read yet: " + why, RETRY_AFTER);
        });
    }
}
