package com.movieexample.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RatingWorkloadTest {
    private static final long SEED = 42;
    private static final int SIZE = 400_000;
    private static final RatingWorkload WORKLOAD = new RatingWorkload(SEED, SIZE);

    private record Pair(int movie, int user) {
        static Pair of(WorkloadEvent event) {
            return new Pair(event.movie(), event.user());
        }
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(new RatingWorkload(7, 1_000)).containsExactlyElementsOf(new RatingWorkload(7, 1_000));
        assertThat(new RatingWorkload(7, 1_000).iterator().next())
                .isNotEqualTo(new RatingWorkload(8, 1_000).iterator().next());
    }

    @Test
    void itHasAsManyEventsAsWasAskedFor() {
        assertThat(WORKLOAD).hasSize(SIZE);
        assertThat(new RatingWorkload(SEED, 1)).hasSize(1);
    }

    @Test
    void aSizeOutsideWhatItCanMakeIsRefused() {
        assertThatThrownBy(() -> new RatingWorkload(SEED, 0)).hasMessage("size is 0, expected 1 to 40,000,000");
        assertThatThrownBy(() -> new RatingWorkload(SEED, 40_000_001)).hasMessageContaining("40,000,001");
    }

    @Test
    void theHottestMovieHasThreeInAThousandAndTheColdOnesNearlyNone() {
        int[] events = new int[RatingWorkload.MOVIES + 1];
        WORKLOAD.forEach(event -> events[event.movie()]++);

        assertThat(events[1] / (double) SIZE).isCloseTo(0.003, within(0.0003));
        assertThat(events[1_000] / (double) SIZE).isCloseTo(0.003 * 46 / 1_045, within(0.00006));
        assertThat(Arrays.stream(events).filter(n -> n > 0).count()).isBetween(49_000L, 51_000L);
    }

    @Test
    void usersAreSpreadAndNumberedFromOne() {
        Set<Integer> users = new HashSet<>();
        WORKLOAD.forEach(event -> users.add(event.user()));

        assertThat(users).allSatisfy(user -> assertThat(user).isBetween(1, RatingWorkload.USERS));
        // Drawn at random, 400,000 events would miss exp(-2.5) of the users.
        assertThat(users.size() / (double) RatingWorkload.USERS).isCloseTo(1 - Math.exp(-2.5), within(0.01));
    }

    @Test
    void timesRiseOverMonthsWithLittleJitter() {
        List<WorkloadEvent> firsts = firstRatings();

        for (int i = 1; i < firsts.size(); i++) {
            assertThat(firsts.get(i).ratedAt()).isGreaterThan(firsts.get(i - 1).ratedAt() - EventSequence.JITTER);
        }
        long span = firsts.get(firsts.size() - 1).ratedAt() - firsts.get(0).ratedAt();
        assertThat(span).isCloseTo(EventSequence.SPAN, within(EventSequence.SPAN / 1_000));
    }

    /** The events of pairs that occur for the first time. */
    private static List<WorkloadEvent> firstRatings() {
        Set<Pair> seen = new HashSet<>();
        List<WorkloadEvent> firsts = new ArrayList<>();
        WORKLOAD.forEach(event -> {
            if (seen.add(Pair.of(event))) {
                firsts.add(event);
            }
        });
        return firsts;
    }

    @Test
    void someEventsRateAgainDeleteComeLateOrRepeat() {
        Map<String, Integer> kinds = new HashMap<>();
        Map<Pair, WorkloadEvent> newest = new HashMap<>();
        Set<WorkloadEvent> seen = new HashSet<>();
        for (WorkloadEvent event : WORKLOAD) {
            kinds.merge(kindOf(event, newest.get(Pair.of(event)), !seen.add(event)), 1, Integer::sum);
            newest.merge(Pair.of(event), event, (a, b) -> b.ratedAt() > a.ratedAt() ? b : a);
        }

        assertThat(share(kinds, "first")).isCloseTo(0.975, within(0.002));
        assertThat(share(kinds, "again")).isCloseTo(0.01, within(0.001));
        assertThat(share(kinds, "delete")).isCloseTo(0.005, within(0.0005));
        assertThat(share(kinds, "late")).isCloseTo(0.005, within(0.0005));
        assertThat(share(kinds, "repeated")).isCloseTo(0.005, within(0.0005));
    }

    private static double share(Map<String, Integer> kinds, String kind) {
        return kinds.get(kind) / (double) SIZE;
    }

    private static String kindOf(WorkloadEvent event, WorkloadEvent standing, boolean repeated) {
        if (standing == null) {
            return "first";
        } else if (repeated) {
            return "repeated";
        } else if (event.ratedAt() < standing.ratedAt()) {
            return "late";
        }
        return event.isDelete() ? "delete" : "again";
    }
}
