package com.movieexample.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestTopicsTest {
    @Test
    void noTwoNamesAreEqual() {
        String first = TestTopics.uniqueName("ratings");
        String second = TestTopics.uniqueName("ratings");

        assertThat(first).startsWith("ratings-").isNotEqualTo(second);
    }
}
