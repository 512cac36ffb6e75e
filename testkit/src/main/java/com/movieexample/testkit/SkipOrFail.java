package com.movieexample.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * For a test of what not every machine has installed. It is skipped there, but never where the variable
 * {@value #VARIABLE} is set, as it is in CI: else a run could be green that has tested less than it claims.
 */
public final class SkipOrFail {
    /** Not one of {@code MARQUEE_*}: a Marquee that a test starts would refuse it as an unknown option. */
    static final String VARIABLE = "TESTS_SKIP_NOTHING";

    private SkipOrFail() {}

    /** @param lacking what is missing unless it is {@code there} */
    public static void unless(boolean there, String lacking) {
        unless(there, lacking, System.getenv(VARIABLE) != null);
    }

    static void unless(boolean there, String lacking, boolean skipNothing) {
        if (skipNothing) {
            assertTrue(there, lacking);
        } else {
            assumeTrue(there, lacking);
        }
    }
}
