package com.movieexample.bench.solution;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.workload.RatingWorkload;
import com.movieexample.bench.workload.WorkloadEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final RatingWorkload WORKLOAD = new RatingWorkload(3, 1_000);

    @Test
    void aSingleShareIsTheWorkload() {
        assertThat(Events.share(WORKLOAD, 0, 1)).containsExactlyElementsOf(WORKLOAD);
    }

    @Test
    void sharesHaveEachEventOnceAndNoMovieInCommon() {
        Events even = Events.share(WORKLOAD, 0, 2);
        Events odd = Events.share(WORKLOAD, 1, 2);

        assertThat(even).allMatch(event -> event.movie() % 2 == 0);
        List<WorkloadEvent> all = new ArrayList<>();
        even.forEach(all::add);
        odd.forEach(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(WORKLOAD);
    }
}
