package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.Appended;
import com.movieexample.topics.MetadataRules;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.concurrent.CompletableFuture;

/** Puts straight into the log, and refuses just what the services refuse. */
public final class LogTarget implements ImportTarget {
    private final EventRules rules;
    private final String bootstrapServers;
    private final TopicWriter<Metadata> metadataWriter;
    private final TopicWriter<RatingEvent> ratingWriter;

    public LogTarget(MarqueeLog log) {
        this.rules = log.rules();
        this.bootstrapServers = log.clients().bootstrapServers();
        this.metadataWriter = new TopicWriter<>(
                log.clients(), "marquee-import-metadata", log.topics().movieMetadata());
        this.ratingWriter = new TopicWriter<>(
                log.clients(), "marquee-import-ratings", log.topics().ratings());
    }

    @Override
    public CompletableFuture<Position> put(Metadata metadata) {
        try {
            MetadataRules.check(metadata);
        } catch (InvalidInputException e) {
            return rejected(e);
        }
        return explained(metadataWriter.append(metadata.getId(), metadata));
    }

    @Override
    public CompletableFuture<Position> put(RatingEvent event) {
        try {
            rules.require(event, System.currentTimeMillis());
        } catch (InvalidInputException e) {
            return rejected(e);
        }
        RecordKey key = new RecordKey(event.getRecordType(), event.getRecordId());
        return explained(ratingWriter.append(key.toString(), event));
    }

    @Override
    public void close() {
        metadataWriter.close();
        ratingWriter.close();
    }

    private static CompletableFuture<Position> rejected(InvalidInputException e) {
        return CompletableFuture.failedFuture(new LineRejectedException(e.getMessage(), e));
    }

    private CompletableFuture<Position> explained(CompletableFuture<Appended> appended) {
        return appended.thenApply(Appended::position)
                .exceptionallyCompose(thrown -> CompletableFuture.failedFuture(new ImportFailedException(
                        "Kafka at " + bootstrapServers + ": " + thrown.getMessage(), thrown)));
    }
}
