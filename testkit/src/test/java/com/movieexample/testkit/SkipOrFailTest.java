package com.movieexample.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SkipOrFailTest {
    @Test
    void skipsATestForWhatIsNotThere() {
        assertThatThrownBy(() -> SkipOrFail.unless(false, "no kcat", false))
                .hasMessageContaining("no kcat")
                .extracting(skipped -> skipped.getClass().getSimpleName())
                .isEqualTo("TestAbortedException");
    }

    @Test
    void failsInsteadWhereNothingMayBeSkipped() {
        assertThatThrownBy(() -> SkipOrFail.unless(false, "no kcat", true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no kcat");
    }

    @Test
    void letsATestRunThatHasWhatItNeeds() {
        assertThatCode(() -> {
                    SkipOrFail.unless(true, "", false);
                    SkipOrFail.unless(true, "", true);
                })
                .doesNotThrowAnyException();
    }
}
