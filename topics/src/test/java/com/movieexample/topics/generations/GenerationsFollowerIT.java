package com.movieexample.topics.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.topics.SharedBroker;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GenerationsFollowerIT {
    private static final long PATIENCE_S = 30;

    private final Topics topics = new Topics(SharedBroker.uniqueName("follow") + ".", 1, 1);
    private final MarqueeLog log =
            new LogOpening(SharedBroker.clients(), topics, EventRules.DEFAULT, Optional.empty()).open();
    private final Generations generations = new Generations(SharedBroker.clients(), topics.control());
    private final BlockingQueue<GenerationSet> told = new LinkedBlockingQueue<>();

    private GenerationSet awaitTold(Predicate<GenerationSet> wanted) throws InterruptedException {
        for (GenerationSet next = next(); ; next = next()) {
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    private GenerationSet next() throws InterruptedException {
        GenerationSet next = told.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(next).as("what the listener was told in time").isNotNull();
        return next;
    }

    @Test
    void aRunningProcessLearnsOfEachStep() throws Exception {
        try (GenerationsFollower follower = new GenerationsFollower("test", log, told::add)) {
            follower.start();
            assertThat(next().live().orElseThrow().getNumber()).isEqualTo(1);

            generations.change(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 0));
            awaitTold(all -> all.inTheMaking().isPresent());
            generations.change(found -> GenerationSteps.promote(found, 2));
            GenerationSet promoted = awaitTold(all -> all.superseded().isPresent());

            assertThat(promoted.live().orElseThrow().getNumber()).isEqualTo(2);
            assertThat(promoted.superseded().orElseThrow().getNumber()).isEqualTo(1);
            assertThat(promoted).isEqualTo(generations.all());
        }
    }

    @Test
    void whoStartsLateIsToldOfThePresentAndNeverOfThePast() throws Exception {
        generations.change(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 0));
        generations.change(GenerationSteps::cancel);
        generations.change(found -> GenerationSteps.begin(found, EventRules.DEFAULT, 0));
        try (GenerationsFollower follower = new GenerationsFollower("test", log, told::add)) {
            follower.start();

            assertThat(next().folded()).hasSize(1);
            assertThat(next()).isEqualTo(generations.all());
        }
    }

    @Test
    void aStepThatIsRefusedChangesNothing() {
        GenerationSet before = generations.all();

        try {
            generations.change(found -> GenerationSteps.promote(found, 2));
        } catch (StepRefusedException e) {
            assertThat(generations.all()).isEqualTo(before);
            return;
        }
        throw new AssertionError("it was not refused");
    }
}
