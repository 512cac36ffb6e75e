package com.movieexample.topics.generations;

import static com.movieexample.api.v1.GenerationState.GENERATION_STATE_IN_THE_MAKING;
import static com.movieexample.api.v1.GenerationState.GENERATION_STATE_LIVE;
import static com.movieexample.api.v1.GenerationState.GENERATION_STATE_RETIRED;
import static com.movieexample.api.v1.GenerationState.GENERATION_STATE_SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GenerationStepsTest {
    private static final Generation FIRST = Generation.newBuilder()
            .setNumber(1)
            .setState(GENERATION_STATE_LIVE)
            .setRules(EventRules.DEFAULT.toMessage())
            .setClusterId("cluster")
            .setRatingsTopicId("topic")
            .build();

    private GenerationSet all = GenerationSet.NONE.with(List.of(FIRST));

    private void take(Function<GenerationSet, List<Generation>> step) {
        all = all.with(step.apply(all));
    }

    private void begin() {
        take(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 0));
    }

    private Map<Integer, GenerationState> states() {
        return all.byNumber().values().stream()
                .collect(Collectors.toMap(
                        Generation::getNumber, Generation::getState, (one, other) -> one, TreeMap::new));
    }

    @Test
    void theNextOneIsBuiltFromTheLogOfTheLiveOne() {
        take(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 5_000));

        Generation making = all.inTheMaking().orElseThrow();
        assertThat(making.getNumber()).isEqualTo(2);
        assertThat(making.getClusterId()).isEqualTo("cluster");
        assertThat(making.getRatingsTopicId()).isEqualTo("topic");
        assertThat(making.getMostEventsPerSecond()).isEqualTo(5_000);
        assertThat(all.live()).contains(FIRST);
        assertThat(all.folded()).containsExactly(FIRST, making);
    }

    @Test
    void aPromotedOneIsLiveAndTheOneBeforeIsKept() {
        begin();
        take(found -> GenerationSteps.promote(found, 2));

        assertThat(states()).isEqualTo(Map.of(1, GENERATION_STATE_SUPERSEDED, 2, GENERATION_STATE_LIVE));
        assertThat(all.live().orElseThrow().getNumber()).isEqualTo(2);
    }

    @Test
    void whoFindsTwoThatAreLiveTakesTheOnePromotedLast() {
        begin();
        List<Generation> promoted = GenerationSteps.promote(all, 2);

        assertThat(all.with(promoted.subList(0, 1)).live().orElseThrow().getNumber())
                .isEqualTo(2);
        List<Generation> back = GenerationSteps.rollBack(all.with(promoted));
        assertThat(all.with(promoted)
                        .with(back.subList(0, 1))
                        .live()
                        .orElseThrow()
                        .getNumber())
                .isEqualTo(1);
    }

    @Test
    void aRollbackMakesTheOneBeforeLiveAgain() {
        begin();
        take(found -> GenerationSteps.promote(found, 2));
        take(GenerationSteps::rollBack);
        take(GenerationSteps::retireSuperseded);

        assertThat(states()).isEqualTo(Map.of(1, GENERATION_STATE_LIVE, 2, GENERATION_STATE_RETIRED));
    }

    @Test
    void noNumberIsUsedTwice() {
        begin();
        take(GenerationSteps::cancel);
        begin();

        assertThat(states())
                .isEqualTo(Map.of(
                        1, GENERATION_STATE_LIVE, 2, GENERATION_STATE_RETIRED, 3, GENERATION_STATE_IN_THE_MAKING));
        assertThat(all.retired()).extracting(Generation::getNumber).containsExactly(2);
    }

    @Test
    void aSecondOneIsRefusedWhileOneIsInTheMakingOrSuperseded() {
        begin();
        assertThatThrownBy(this::begin)
                .isInstanceOf(StepRefusedException.class)
                .hasMessageContainingAll("generation 1 live", "generation 2 in the making");

        take(found -> GenerationSteps.promote(found, 2));
        assertThatThrownBy(this::begin)
                .isInstanceOf(StepRefusedException.class)
                .hasMessageContainingAll("generation 1 superseded", "generation 2 live");
    }

    @Test
    void whatIsNotThereCanNotBePromotedOrRolledBackTo() {
        assertThatThrownBy(() -> GenerationSteps.promote(all, 2))
                .isInstanceOf(StepRefusedException.class)
                .hasMessageContaining("expected a generation in the making");
        assertThatThrownBy(() -> GenerationSteps.rollBack(all)).isInstanceOf(StepRefusedException.class);
        begin();
        assertThatThrownBy(() -> GenerationSteps.promote(all, 3))
                .isInstanceOf(StepRefusedException.class)
                .hasMessageContaining("expected generation 3 in the making");
        assertThat(GenerationSteps.retireSuperseded(all)).isEmpty();
    }
}
