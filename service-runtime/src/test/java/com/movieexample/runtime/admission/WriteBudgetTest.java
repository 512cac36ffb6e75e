package com.movieexample.runtime.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WriteBudgetTest {
    private final WriteBudget budget =
            new WriteBudget(new Limits(10, 8, Duration.ofSeconds(1), Duration.ofSeconds(1), 100, 60, 0));

    @Test
    void aGreedyClientIsRefusedAndOthersAreNot() {
        budget.reserve("greedy", 50);

        assertRefused(ErrorKind.TOO_MANY_REQUESTS, () -> budget.reserve("greedy", 11));
        budget.reserve("other", 50);
    }

    @Test
    void allAreRefusedOnceAllTogetherHaveTooMuch() {
        budget.reserve("a", 60);
        budget.reserve("b", 40);

        assertRefused(ErrorKind.UNAVAILABLE, () -> budget.reserve("c", 1));
    }

    @Test
    void whatIsReleasedCanBeTakenAgainAndCountsOnce() {
        Reservation reservation = budget.reserve("a", 60);
        budget.reserve("b", 40);
        reservation.close();
        reservation.close();

        assertThat(budget.total()).isEqualTo(40);
        budget.reserve("a", 60);
    }

    private static void assertRefused(ErrorKind kind, ThrowingCallable reserving) {
        assertThatThrownBy(reserving).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.retryAfter()).isPresent();
        });
    }
}
