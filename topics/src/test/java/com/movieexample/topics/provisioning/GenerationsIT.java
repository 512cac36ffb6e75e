package com.movieexample.topics.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationsIT {
    private final Topics topics = new Topics(SharedBroker.uniqueName("g") + ".", 1, 1);

    private MarqueeLog open(EventRules rules) {
        return new LogOpening(SharedBroker.clients(), topics, rules, Optional.empty()).open();
    }

    private Optional<Generation> live() {
        return new Generations(SharedBroker.clients(), topics.control()).live();
    }

    @Test
    void theFirstToOpenTheLogMakesTheFirstGenerationLive() {
        MarqueeLog log = open(EventRules.DEFAULT);

        assertThat(log.generation()).isEqualTo(1);
        assertThat(log.aggregates()).isEqualTo(topics.prefix() + "marquee-g1-rating-aggregates-changelog");
        assertThat(live()).hasValueSatisfying(generation -> {
            assertThat(generation.getNumber()).isEqualTo(1);
            assertThat(generation.getState()).isEqualTo(GenerationState.GENERATION_STATE_LIVE);
            assertThat(EventRules.of(generation.getRules())).isEqualTo(EventRules.DEFAULT);
        });
    }

    @Test
    void theSameRulesOpenTheLogAgain() {
        open(EventRules.DEFAULT);
        Optional<Generation> first = live();

        assertThat(open(EventRules.DEFAULT).generation()).isEqualTo(1);
        assertThat(live()).isEqualTo(first);
    }

    static Stream<EventRules> otherRules() {
        RatingScale ten = RatingScale.parse("1..10/1");
        Duration minute = Duration.ofMinutes(1);
        return Stream.of(
                new EventRules(Map.of(), ten, minute),
                new EventRules(Map.of("movie", ten), RatingScale.HALF_STARS, minute),
                new EventRules(Map.of(), RatingScale.HALF_STARS, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @MethodSource("otherRules")
    void otherRulesAreRefused(EventRules other) {
        open(EventRules.DEFAULT);

        assertThatThrownBy(() -> open(other))
                .isInstanceOf(RulesMismatchException.class)
                .hasMessageContainingAll(
                        "generation 1", EventRules.DEFAULT.fingerprint(), other.fingerprint(), other.toString());
        assertThat(open(EventRules.DEFAULT).generation()).isEqualTo(1);
    }

    @Test
    void thereIsNoneBeforeTheLogIsOpened() {
        try (var admin = SharedBroker.clients().admin("test")) {
            new TopicProvisioning(admin, "", Optional.empty()).ensure(topics.all());
        }

        assertThat(live()).isEmpty();
    }
}
