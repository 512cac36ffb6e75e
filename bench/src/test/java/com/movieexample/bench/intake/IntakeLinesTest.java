package com.movieexample.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.bench.workload.WorkloadEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeLinesTest {
    private static final IntakeLines LINES = new IntakeLines(7, 1_050);

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        LINES.forEach(texts::add);
        return texts;
    }

    @Test
    void eachFullHundredHasOneBadLine() {
        for (int hundred = 0; hundred < 11; hundred++) {
            long bad = 0;
            for (int number = 1; number <= 100; number++) {
                bad += LINES.flaw(hundred * 100L + number).isPresent() ? 1 : 0;
            }
            assertThat(bad).isEqualTo(hundred < 10 ? 1 : 0);
        }
        assertThat(LINES.flaw(0)).isEmpty();
    }

    @Test
    void theOthersAreTheEventsInTheirOrder() {
        List<String> expected = new ArrayList<>();
        for (WorkloadEvent event : LINES.events()) {
            expected.add(EventLine.of(event));
        }
        List<String> good = texts();
        List<String> bad = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            bad.add(flaw.text());
        }
        good.removeIf(bad::contains);

        assertThat(texts()).hasSize(1_050);
        assertThat(good).hasSize(1_040).isEqualTo(expected);
        assertThat(texts()).containsAll(bad);
    }

    @Test
    void anEventIsALineOfJson() {
        assertThat(EventLine.of(new WorkloadEvent(603, 7, 450, 1_000)))
                .isEqualTo(
                        "{\"userId\":\"7\",\"recordId\":\"603\",\"value\":4.5,\"ratedAt\":\"1970-01-01T00:00:01Z\"}");
        assertThat(EventLine.of(new WorkloadEvent(603, 7, WorkloadEvent.DELETE, 1)))
                .isEqualTo(
                        "{\"userId\":\"7\",\"recordId\":\"603\",\"eventType\":\"delete\",\"ratedAt\":\"1970-01-01T00:00:00.001Z\"}");
    }
}
