package com.movieexample.query;

import com.movieexample.runtime.health.CheckResult;
import com.movieexample.topics.view.ViewStatus;

/** What the status of a view means for the service. */
final class ViewChecks {
    private ViewChecks() {}

    static CheckResult of(ViewStatus status) {
        return switch (status.state()) {
            case LIVE -> CheckResult.ok();
            case STALLED -> CheckResult.degraded(status.detail());
            case WAITING, RESTORING -> CheckResult.failing(status.detail());
            case FAILED -> CheckResult.dead(status.detail());
        };
    }
}
