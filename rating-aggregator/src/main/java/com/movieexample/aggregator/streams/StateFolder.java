package com.movieexample.aggregator.streams;

import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.BeginAnew;
import com.movieexample.topics.provisioning.FoundTopics;
import com.movieexample.topics.provisioning.LogMismatchException;
import com.movieexample.topics.provisioning.TopicIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stores of an instance, and the file beside them that says from which log and with which changelogs they were
 * built.
 *
 * <p>Kafka Streams checks none of it. With another log under the same name it would pass over every event below the
 * watermark; with a changelog that was made again, the stores would hold what the changelog lacks, and lose it with the
 * next restore. So either is refused.
 *
 * <p>The changelogs do not exist at the very first start. The file is written without them and completed once they are
 * there; a process may be killed in between. Stores beside an incomplete file, or beside none, may be of any
 * changelog: they are thrown away and restored, since all that they hold of a commit is in the changelogs. That costs a
 * restore of what a few seconds wrote.
 */
final class StateFolder {
    private final Path stateDir;
    private final Topics topics;
    private final int generation;

    StateFolder(Path stateDir, Topics topics, int generation) {
        this.stateDir = stateDir;
        this.topics = topics;
        this.generation = generation;
    }

    /** All topics whose ids it keeps: the log first, since with another log the changelogs are others too. */
    List<String> topicNames() {
        List<String> names = new ArrayList<>(List.of(ratings()));
        names.addAll(topics.changelogs(generation));
        return names;
    }

    /**
     * Makes the stores ready to be used with these topics, while nobody has them open.
     *
     * @throws LogMismatchException when they were built from others
     */
    void open(FoundTopics found) throws IOException {
        Optional<StoredIdentity> stored = StoredIdentity.read(file());
        if (stored.isPresent()) {
            requireSame(stored.get(), found, topic -> true);
        }
        if (stored.filter(this::isComplete).isEmpty()) {
            discardStores();
            remember(stored, found);
        }
    }

    /**
     * While the stores are in use: compares the topics that are there, and adds those that came into being since.
     *
     * @throws LogMismatchException when one is another than it was
     */
    void compare(FoundTopics found) throws IOException {
        StoredIdentity stored = StoredIdentity.read(file())
                .orElseThrow(() -> new LogMismatchException("the file " + file() + " is gone; start again to restore"));
        boolean sameCluster = stored.clusterId().equals(found.clusterId());
        // One that is gone fails the application by itself, and is refused when that is started again.
        requireSame(stored, found, topic -> !sameCluster || found.ids().containsKey(topic));
        if (!isComplete(stored)) {
            remember(Optional.of(stored), found);
        }
    }

    private void requireSame(StoredIdentity stored, FoundTopics found, Predicate<String> compared) {
        topicNames().stream()
                .filter(stored.topicIds()::containsKey)
                .filter(compared)
                .forEach(topic -> found.require(
                        new TopicIdentity(
                                stored.clusterId(), topic, stored.topicIds().get(topic)),
                        "the state folder " + stateDir,
                        wayOut(stored, topic, found)));
    }

    private String wayOut(StoredIdentity stored, String name, FoundTopics found) {
        return name.equals(ratings()) || !stored.clusterId().equals(found.clusterId())
                ? "Use the cluster and the topic that it was built from, or remove the folder to build the view again."
                : beginAnew();
    }

    /** How to build the view from nothing. */
    String beginAnew() {
        return new BeginAnew(topics, generation).withTheSameLog(stateDir.toString());
    }

    private boolean isComplete(StoredIdentity stored) {
        return stored.topicIds().keySet().containsAll(topicNames());
    }

    private void remember(Optional<StoredIdentity> stored, FoundTopics found) throws IOException {
        Map<String, String> ids = new TreeMap<>(found.ids());
        stored.ifPresent(known -> ids.putAll(known.topicIds()));
        Files.createDirectories(stateDir);
        new StoredIdentity(found.clusterId(), ids).write(file());
    }

    private void discardStores() throws IOException {
        deleteTree(stateDir.resolve(topics.applicationId(generation)));
    }

    /** Removes all that an application kept in a state folder, while nobody has it open. */
    static void remove(Path stateDir, String applicationId) throws IOException {
        // The file last: stores without it would be taken for an early start's, and thrown away all the same.
        deleteTree(stateDir.resolve(applicationId));
        Files.deleteIfExists(file(stateDir, applicationId));
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file() {
        return file(stateDir, topics.applicationId(generation));
    }

    /** One for each application, since generations may stand side by side. */
    private static Path file(Path stateDir, String applicationId) {
        return stateDir.resolve(applicationId + ".log-identity");
    }

    private String ratings() {
        return topics.ratings().name();
    }
}
