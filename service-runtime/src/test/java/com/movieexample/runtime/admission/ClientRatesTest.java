package com.movieexample.runtime.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientRatesTest {
    @Test
    void whoSpentMoreThanItMayIsInDebtAndNobodyElse() {
        ClientRates rates = new ClientRates(1);
        rates.spend("greedy", 1_000);

        assertThat(rates.debt("greedy")).isGreaterThan(Duration.ofMinutes(15));
        assertThat(rates.debt("other")).isZero();
    }

    @Test
    void withoutARateNobodyIsInDebt() {
        ClientRates rates = new ClientRates(0);
        rates.spend("greedy", 1_000_000);

        assertThat(rates.debt("greedy")).isZero();
    }
}
