package com.movieexample.aggregator.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.FoundTopics;
import com.movieexample.topics.provisioning.LogMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final String CLUSTER = "cluster-1";
    private static final String AGGREGATES = "marquee-g1-rating-aggregates-changelog";
    private static final String BY_USER = "marquee-g1-ratings-by-user-changelog";
    private static final Map<String, String> LOG_ONLY = Map.of("ratings", "r1");
    private static final Map<String, String> ALL = Map.of("ratings", "r1", AGGREGATES, "a1", BY_USER, "u1");

    @TempDir
    private Path folder;

    private StateFolder state;
    private Path store;

    @BeforeEach
    void name() {
        state = new StateFolder(folder, new Topics("", 6, 1), 1);
        store = folder.resolve("marquee-g1/0_0/rocksdb/store");
    }

    private void open(Map<String, String> ids) throws IOException {
        state.open(new FoundTopics(CLUSTER, ids));
    }

    private void compare(Map<String, String> ids) throws IOException {
        state.compare(new FoundTopics(CLUSTER, ids));
    }

    /** As a running application would have made them. */
    private void makeStores() throws IOException {
        Files.createDirectories(store);
    }

    private static Map<String, String> allBut(String topic, String id) {
        Map<String, String> ids = new HashMap<>(ALL);
        ids.put(topic, id);
        return ids;
    }

    private static Map<String, String> allWithout(String topic) {
        Map<String, String> ids = new HashMap<>(ALL);
        ids.remove(topic);
        return ids;
    }

    @Test
    void keepsWhatItWasBuiltFrom() throws IOException {
        open(LOG_ONLY);
        compare(ALL);

        assertThat(folder.resolve("marquee-g1.log-identity"))
                .hasContent("cluster = cluster-1\ntopic." + AGGREGATES + " = a1\ntopic." + BY_USER
                        + " = u1\ntopic.ratings = r1\n");
    }

    @Test
    void goesOnWithTheStoresThatItKnows() throws IOException {
        open(LOG_ONLY);
        makeStores();
        compare(ALL);

        open(ALL);

        assertThat(store).exists();
    }

    @Test
    void throwsStoresAwayThatMayBeOfOtherChangelogs() throws IOException {
        open(LOG_ONLY);
        makeStores();
        compare(allWithout(BY_USER));

        open(ALL);

        assertThat(store).doesNotExist();
        makeStores();
        open(ALL);
        assertThat(store).exists();
    }

    @Test
    void throwsStoresAwayThatNobodyKnowsTheOriginOf() throws IOException {
        makeStores();

        open(ALL);

        assertThat(store).doesNotExist();
    }

    @Test
    void takesAFileThatSaysNothingForNone() throws IOException {
        Files.createFile(folder.resolve("marquee-g1.log-identity"));
        makeStores();

        open(ALL);

        assertThat(store).doesNotExist();
    }

    @Test
    void refusesAnotherCluster() throws IOException {
        open(ALL);
        makeStores();

        assertThatThrownBy(() -> state.open(new FoundTopics("cluster-2", Map.of("ratings", "r2"))))
                .isInstanceOf(LogMismatchException.class)
                .hasMessage("the state folder " + folder
                        + " was built from topic ratings with id r1 in cluster cluster-1,"
                        + " but found id r2 in cluster cluster-2."
                        + " Use the cluster and the topic that it was built from,"
                        + " or remove the folder to build the view again.");
        assertThat(store).exists();
    }

    @Test
    void refusesAnotherLogEvenBeforeItKnowsItsChangelogs() throws IOException {
        open(LOG_ONLY);
        makeStores();

        assertThatThrownBy(() -> open(Map.of("ratings", "r2")))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("built from topic ratings with id r1 in cluster cluster-1, but found id r2");
        assertThat(store).exists();
    }

    @Test
    void refusesAChangelogThatWasMadeAgainOrIsGone() throws IOException {
        open(ALL);
        makeStores();

        for (String changelog : List.of(AGGREGATES, BY_USER)) {
            assertThatThrownBy(() -> open(allBut(changelog, "x2")))
                    .isInstanceOf(LogMismatchException.class)
                    .hasMessageContaining("was built from topic " + changelog + " with id ")
                    .hasMessageContaining("but found id x2 in cluster cluster-1. To build the view again from the log,"
                            + " stop every rating-aggregator and delete the topics " + AGGREGATES + ", " + BY_USER
                            + ", the consumer group marquee-g1, and the state folder of each (here " + folder + ").");
            assertThatThrownBy(() -> open(allWithout(changelog)))
                    .isInstanceOf(LogMismatchException.class)
                    .hasMessageContaining(changelog)
                    .hasMessageContaining("but found no such topic in cluster cluster-1. To build");
        }
        open(ALL);
        assertThat(store).exists();
    }

    @Test
    void aRunningApplicationStopsAtTopicsThatWereMadeAgainAndAtAnotherCluster() throws IOException {
        open(ALL);

        for (String topic : ALL.keySet()) {
            assertThatThrownBy(() -> compare(allBut(topic, "x2"))).isInstanceOf(LogMismatchException.class);
            compare(allWithout(topic));
        }
        assertThatThrownBy(() -> state.compare(new FoundTopics("cluster-2", Map.of())))
                .isInstanceOf(LogMismatchException.class);
        compare(ALL);
    }

    @Test
    void anotherGenerationMayStandBeside() throws IOException {
        open(ALL);
        makeStores();

        new StateFolder(folder, new Topics("", 6, 1), 2).open(new FoundTopics(CLUSTER, LOG_ONLY));

        open(ALL);
        assertThat(store).exists();
    }
}
