package com.movieexample.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.generations.GenerationSteps;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that fold two generations side by side. */
class GenerationsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RecordKey RECORD = RecordKey.movie("603");

    private final MarqueeLog log = TestLogs.open("generations", 2);
    private final Generations generations =
            new Generations(log.clients(), log.topics().control());

    private static Optional<RecordAggregate> find(AggregatorProcess instance, int generation) {
        try {
            return Optional.of(instance.grpc()
                    .getAggregates(GetAggregatesRequest.newBuilder()
                            .addRecordKeys(RECORD.toString())
                            .setGeneration(generation)
                            .build())
                    .getAggregates(0));
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean has(AggregatorProcess instance, int generation, int count) {
        return find(instance, generation)
                .filter(found -> found.getAggregate().getCount() == count)
                .isPresent();
    }

    private static int answers(AggregatorProcess instance) {
        return find(instance, 0).map(found -> found.getReach().getGeneration()).orElse(0);
    }

    @Test
    void theNextOneIsFoldedBesideTheLiveOneAndTakesItsPlace(@TempDir Path oneFolder, @TempDir Path otherFolder)
            throws Exception {
        try (TopicWriter<RatingEvent> ratings = new TopicWriter<>(
                        log.clients(), "test-ratings", log.topics().ratings());
                AggregatorProcess one = AggregatorProcess.start(log, StoreKind.BATCHED, oneFolder);
                AggregatorProcess other = AggregatorProcess.start(log, StoreKind.BATCHED, otherFolder)) {
            append(ratings, "neo");
            await().atMost(PATIENCE).until(() -> has(one, 0, 1) && has(other, 0, 1));
            assertThat(answers(one)).isEqualTo(1);

            generations.change(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 0));
            await().atMost(PATIENCE).until(() -> has(one, 2, 1) && has(other, 2, 1));
            append(ratings, "trinity");
            await().atMost(PATIENCE)
                    .until(() -> has(one, 2, 2) && has(other, 2, 2) && has(one, 1, 2) && has(other, 1, 2));
            assertThat(answers(one)).isEqualTo(1);

            generations.change(found -> GenerationSteps.promote(found, 2));
            await().atMost(PATIENCE).until(() -> answers(one) == 2 && answers(other) == 2);
            append(ratings, "morpheus");
            await().atMost(PATIENCE).until(() -> has(one, 0, 3) && has(one, 1, 3));

            generations.change(GenerationSteps::retireSuperseded);
            await().atMost(PATIENCE).untilAsserted(() -> assertThatItIsNotFolded(one));
            await().atMost(PATIENCE).untilAsserted(() -> assertThatItIsNotFolded(other));
            String application = log.topics().applicationId(1);
            assertThat(oneFolder.resolve(application)).doesNotExist();
            assertThat(oneFolder.resolve(application + ".log-identity")).doesNotExist();
            assertThat(answers(one)).isEqualTo(2);
        }
    }

    private static void assertThatItIsNotFolded(AggregatorProcess instance) {
        assertThatThrownBy(() -> instance.grpc()
                        .getAggregates(GetAggregatesRequest.newBuilder()
                                .addRecordKeys(RECORD.toString())
                                .setGeneration(1)
                                .build()))
                .hasMessage("UNAVAILABLE: generation 1 of the ratings view is not folded on this instance");
    }

    private static void append(TopicWriter<RatingEvent> ratings, String user) {
        RatedEvent event = new RatedEvent(RECORD, user, OptionalInt.of(450), OptionalLong.empty());
        ratings.append(RECORD.toString(), event.toMessage()).join();
    }
}
