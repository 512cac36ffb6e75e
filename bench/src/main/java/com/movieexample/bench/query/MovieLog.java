package com.movieexample.bench.query;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.process.MarqueeJvm;
import com.movieexample.topics.Appended;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.rules.EventRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A log of the bench's own on its broker, and the services that work on it. Owns its topics and deletes them; the
 * services are closed before. Thread-safe.
 */
public final class MovieLog implements AutoCloseable {
    private static final String CLIENT = "bench";
    private static final int PARTITIONS = 6;
    private static final int WRITTEN_AT_ONCE = 50_000;

    private final KafkaClients clients;
    private final Topics topics;
    private final TopicWriter<Metadata> metadata;
    private final TopicWriter<RatingEvent> ratings;

    /** @param prefix of its topics, which no other log has */
    public MovieLog(String bootstrapServers, String prefix) {
        this.clients = new KafkaClients(bootstrapServers, Map.of());
        this.topics = new LogOpening(clients, new Topics(prefix, PARTITIONS, 1), EventRules.DEFAULT, Optional.empty())
                .open()
                .topics();
        this.metadata = new TopicWriter<>(clients, CLIENT, topics.movieMetadata());
        this.ratings = new TopicWriter<>(clients, CLIENT, topics.ratings());
    }

    public Topics topics() {
        return topics;
    }

    String ratingsTopic() {
        return topics.ratings().name();
    }

    /** @param command and arguments that only this service has */
    public MarqueeJvm start(List<String> jvmOptions, List<String> command, Path folder)
            throws IOException, InterruptedException {
        return start(jvmOptions, command, folder, 0);
    }

    /** @param grpcPort 0 for a free one */
    public MarqueeJvm start(List<String> jvmOptions, List<String> command, Path folder, int grpcPort)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--bootstrap-servers", clients.bootstrapServers(), "--topic-prefix", topics.prefix()));
        return MarqueeJvm.start(jvmOptions, all, folder, grpcPort);
    }

    /** The positions that a reader of all of it must have seen. */
    public Positions write(SampleMovies movies, int ratingCount) {
        List<Position> last = new ArrayList<>();
        List<CompletableFuture<Appended>> written = new ArrayList<>();
        for (int movie = 0; movie < movies.count(); movie++) {
            Metadata of = movies.metadata(movie);
            written.add(metadata.append(of.getId(), of));
        }
        for (int i = 0; i < ratingCount; i++) {
            written.add(rate(movies.nextRating()));
            if (written.size() >= WRITTEN_AT_ONCE) {
                last.addAll(greatest(written));
                written.clear();
            }
        }
        last.addAll(greatest(written));
        return Positions.of(last);
    }

    private static List<Position> greatest(List<CompletableFuture<Appended>> written) {
        return Positions.of(
                        written.stream().map(append -> append.join().position()).toList())
                .all();
    }

    CompletableFuture<Appended> rate(RatingEvent rating) {
        return ratings.append(new RecordKey(rating.getRecordType(), rating.getRecordId()).toString(), rating);
    }

    @Override
    public void close() throws ExecutionException {
        metadata.close();
        ratings.close();
        try (Admin admin = clients.admin(CLIENT)) {
            List<String> own = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(topics.prefix()))
                    .toList();
            admin.deleteTopics(own).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
