package com.movieexample.topics.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RawTopic;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A generation goes on with the log that it was built from, and with no other. */
class GenerationLogIT {
    private final KafkaClients clients = SharedBroker.clients();
    private final Topics topics = new Topics(SharedBroker.uniqueName("l") + ".", 1, 1);
    private final String ratings = topics.ratings().name();
    private final Admin admin = clients.admin("test");

    @AfterEach
    void closeAdmin() {
        admin.close();
    }

    private MarqueeLog open() {
        return new LogOpening(clients, topics, EventRules.DEFAULT, Optional.empty()).open();
    }

    private Generation live() {
        return new Generations(clients, topics.control()).live().orElseThrow();
    }

    private FoundTopics found() {
        return FoundTopics.find(admin, clients.bootstrapServers(), List.of(ratings));
    }

    private void delete(String... names) {
        for (String name : names) {
            await().ignoreExceptions().untilAsserted(() -> new RawTopic(clients, name).delete());
        }
    }

    private void store(Generation generation) {
        try (ExclusiveWriter<Generation> writer = new ExclusiveWriter<>(clients, topics.control())) {
            writer.write(Map.of("generation/1", generation));
        }
        // The next writer waits until it can be read.
        new ExclusiveWriter<>(clients, topics.control()).close();
    }

    @Test
    void aGenerationKeepsTheIdsOfItsLog() {
        open();

        assertThat(new TopicIdentity(live().getClusterId(), ratings, live().getRatingsTopicId()))
                .isEqualTo(found().identity(ratings).orElseThrow());
    }

    @Test
    void aGenerationWithoutIdsIsTakenOver() {
        open();
        Generation whole = live();
        store(whole.toBuilder().clearClusterId().clearRatingsTopicId().build());

        open();

        assertThat(live()).isEqualTo(whole);
    }

    @Test
    void ratingsThatWasMadeAgainIsRefused() throws Exception {
        open();
        Generation built = live();
        delete(ratings);
        await().ignoreExceptions()
                .untilAsserted(() -> new RawTopic(clients, ratings)
                        .create(1, topics.ratings().required()));

        String found = found().identity(ratings).orElseThrow().id();
        assertThatThrownBy(this::open)
                .isInstanceOf(LogMismatchException.class)
                .hasMessage(
                        "generation 1 of the ratings view was built from topic %s with id %s in cluster %s, but found id %s in cluster %s. %s",
                        ratings,
                        built.getRatingsTopicId(),
                        built.getClusterId(),
                        found,
                        built.getClusterId(),
                        wayOut());
    }

    private String wayOut() {
        String prefix = topics.prefix();
        return ("Use the cluster and the topic that it was built from. To begin anew, stop all of Marquee and delete"
                        + " the topics Pmarquee-control, Pratings-dlq, Pmarquee-g1-rating-aggregates-changelog,"
                        + " Pmarquee-g1-ratings-by-user-changelog, the consumer groups Pmarquee-g1 and Pmarquee-router,"
                        + " and the folders that rating-aggregator and movie-query keep.")
                .replace("P", prefix);
    }

    @Test
    void ratingsThatIsGoneIsRefusedAndNotMadeAgain() {
        open();
        delete(ratings);

        assertThatThrownBy(this::open)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContainingAll(
                        "was built from topic " + ratings + " with id " + live().getRatingsTopicId(),
                        "but found no such topic in cluster " + live().getClusterId());
        assertThat(found().ids()).isEmpty();
    }

    @Test
    void ratingsThatIsGoneIsRefusedForAGenerationWithoutIds() {
        open();
        store(live().toBuilder().clearClusterId().clearRatingsTopicId().build());
        delete(ratings);

        assertThatThrownBy(this::open)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContainingAll("was built from topic " + ratings, "but found no such topic in cluster");
    }

    @Test
    void anotherClusterIsRefused() {
        open();
        String cluster = live().getClusterId();
        store(live().toBuilder().setClusterId("another-cluster").build());

        assertThatThrownBy(this::open)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContainingAll("in cluster another-cluster, but found id", "in cluster " + cluster + ". Use");
    }

    @Test
    void aFirstGenerationIsNotMadeOverWhatIsLeftOfAnother() throws Exception {
        new RawTopic(clients, topics.aggregates(1)).create(1, Map.of());

        assertThatThrownBy(this::open)
                .isInstanceOf(LogMismatchException.class)
                .hasMessageStartingWith(
                        "topic %s knows no generation of the ratings view, but found topic %s with id ",
                        topics.control().name(), topics.aggregates(1));

        delete(topics.aggregates(1));
        open();
        assertThat(live().getState()).isEqualTo(GenerationState.GENERATION_STATE_LIVE);
    }

    @Test
    void theWayOutLeadsOut() throws Exception {
        open();
        new RawTopic(clients, topics.aggregates(1)).create(1, Map.of());
        delete(ratings);
        assertThatThrownBy(this::open).isInstanceOf(LogMismatchException.class);

        delete(topics.control().name(), topics.deadLetters().name(), topics.aggregates(1));

        await().ignoreExceptions().untilAsserted(this::open);
        assertThat(live().getRatingsTopicId())
                .isEqualTo(found().identity(ratings).orElseThrow().id());
    }
}
