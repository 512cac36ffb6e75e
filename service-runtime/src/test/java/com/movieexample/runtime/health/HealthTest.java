package com.movieexample.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void isAliveButNotReadyUntilItHasStarted() {
        assertThat(health.isLive()).isTrue();
        assertThat(health.isReady()).isFalse();
        health.started();
        assertThat(health.isReady()).isTrue();
        health.stopping();
        assertThat(health.isReady()).isFalse();
        assertThat(health.report().checks()).containsEntry("lifecycle", CheckResult.failing("stopping"));
    }

    @Test
    void followsItsChecks() {
        AtomicReference<CheckResult> view = new AtomicReference<>(CheckResult.ok());
        health.check("ratings-view", view::get);
        health.started();
        assertThat(health.isReady()).isTrue();

        view.set(CheckResult.degraded("a standby answers"));
        assertThat(health.isReady()).isTrue();

        view.set(CheckResult.failing("restoring, 40 %"));
        assertThat(health.isReady()).isFalse();
        assertThat(health.isLive()).isTrue();

        view.set(CheckResult.dead("the stream thread ended"));
        assertThat(health.isReady()).isFalse();
        assertThat(health.isLive()).isFalse();
    }

    @Test
    void takesACheckThatThrowsForFailing() {
        health.check("broken", () -> {
            throw new IllegalStateException("no store");
        });
        health.check("silent", () -> {
            throw new IllegalStateException();
        });
        health.started();

        assertThat(health.isReady()).isFalse();
        assertThat(health.report().checks())
                .containsEntry("broken", CheckResult.failing("no store"))
                .containsEntry("silent", CheckResult.failing("the check itself failed"));
    }
}
