package com.movieexample.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.bench.contest.WrongAnswerException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadAnswerTest {
    private static final long NOON = EventSequence.START;

    private static WorkloadAnswer answerTo(WorkloadEvent... events) {
        return WorkloadAnswer.of(List.of(events), events.length);
    }

    private static WorkloadEvent put(int value, long ratedAt) {
        return new WorkloadEvent(603, 7, value, ratedAt);
    }

    private static WorkloadEvent delete(long ratedAt) {
        return put(WorkloadEvent.DELETE, ratedAt);
    }

    private static MovieRatings one(int value) {
        Integer[] histogram = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        histogram[value / 50 - 1] = 1;
        return new MovieRatings(1, value, List.of(histogram));
    }

    @Test
    void theLastByEventTimeStandsWhateverComesFirst() {
        assertThat(answerTo(put(300, NOON), put(450, NOON + 1)).of(603)).isEqualTo(one(450));
        assertThat(answerTo(put(450, NOON + 1), put(300, NOON)).of(603)).isEqualTo(one(450));
    }

    @Test
    void aDeleteTakesAwayAndIsNotUndoneByAnOlderPut() {
        assertThat(answerTo(put(300, NOON), delete(NOON + 1)).of(603)).isEqualTo(MovieRatings.NONE);
        assertThat(answerTo(delete(NOON + 1), put(300, NOON)).of(603)).isEqualTo(MovieRatings.NONE);
        assertThat(answerTo(delete(NOON + 1), put(300, NOON + 2)).of(603)).isEqualTo(one(300));
    }

    @Test
    void atTheSameTimeADeleteBeatsAPutAndTheHigherValueTheLower() {
        assertThat(answerTo(put(500, NOON), delete(NOON), put(500, NOON)).of(603))
                .isEqualTo(MovieRatings.NONE);
        assertThat(answerTo(put(300, NOON), put(400, NOON), put(350, NOON)).of(603))
                .isEqualTo(one(400));
    }

    @Test
    void itSaysHowManyPairsThereAreAndHowManyAreLive() {
        WorkloadAnswer answer = answerTo(
                put(300, NOON),
                delete(NOON + 1),
                new WorkloadEvent(603, 8, 50, NOON),
                new WorkloadEvent(RatingWorkload.MOVIES, RatingWorkload.USERS, 500, NOON));

        assertThat(answer.pairs()).isEqualTo(3);
        assertThat(answer.live()).isEqualTo(2);
        assertThat(answer.of(RatingWorkload.MOVIES)).isEqualTo(one(500));
    }

    /** Sorts each pair's events and takes the last, as the order is written down. */
    @Test
    void itIsWhatSortingAllEventsGives() {
        RatingWorkload workload = new RatingWorkload(5, 60_000);
        Map<Long, List<WorkloadEvent>> byPair = new HashMap<>();
        workload.forEach(
                event -> byPair.computeIfAbsent(event.movie() * 1_000_000L + event.user(), pair -> new ArrayList<>())
                        .add(event));
        Comparator<WorkloadEvent> order = Comparator.comparingLong(WorkloadEvent::ratedAt)
                .thenComparing(WorkloadEvent::isDelete)
                .thenComparing(WorkloadEvent::value);
        Map<Integer, Map<Integer, Integer>> histograms = new HashMap<>();
        for (List<WorkloadEvent> events : byPair.values()) {
            events.sort(order);
            WorkloadEvent last = events.get(events.size() - 1);
            if (!last.isDelete()) {
                histograms
                        .computeIfAbsent(last.movie(), movie -> new HashMap<>())
                        .merge(last.value(), 1, Integer::sum);
            }
        }

        WorkloadAnswer answer = WorkloadAnswer.of(workload);

        assertThat(answer.pairs()).isEqualTo(byPair.size());
        assertThatCode(() -> answer.check("sorting", movie -> ratings(histograms.getOrDefault(movie, Map.of()))))
                .doesNotThrowAnyException();
    }

    private static MovieRatings ratings(Map<Integer, Integer> histogram) {
        List<Integer> counts = new ArrayList<>();
        for (int value = 50; value <= 500; value += 50) {
            counts.add(histogram.getOrDefault(value, 0));
        }
        long sum = histogram.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * (long) entry.getValue())
                .sum();
        return new MovieRatings(
                histogram.values().stream().mapToInt(Integer::intValue).sum(), sum, counts);
    }

    @Test
    void aWrongAnswerIsNamed() {
        WorkloadAnswer answer = answerTo(put(300, NOON));

        assertThatThrownBy(() -> answer.check("dsl", movie -> null))
                .isInstanceOf(WrongAnswerException.class)
                .hasMessageStartingWith("dsl gave a wrong answer: movie 603 has null, expected MovieRatings[count=1");
        assertThatThrownBy(() -> answer.check("dsl", movie -> one(300)))
                .hasMessageContaining("movie 1 has MovieRatings[count=1");
        assertThatThrownBy(() -> answer.checkCountAndSum(
                        "tutorial", movie -> movie == 603 ? new MovieRatings(2, 300, List.of()) : null))
                .hasMessageContaining("movie 603");
        assertThatCode(() -> answer.checkCountAndSum(
                        "tutorial", movie -> movie == 603 ? new MovieRatings(1, 300, List.of()) : null))
                .doesNotThrowAnyException();
    }
}
