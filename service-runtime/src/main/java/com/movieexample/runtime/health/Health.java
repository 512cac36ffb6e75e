package com.movieexample.runtime.health;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The health of one service: ready once it has started, for as long as no check fails. Thread-safe; it asks the checks
 * each time it is asked itself, so they must be cheap.
 */
public final class Health {
    private static final String LIFECYCLE = "lifecycle";

    private final Map<String, Supplier<CheckResult>> checks = new ConcurrentSkipListMap<>();
    private volatile CheckResult lifecycle = CheckResult.failing("starting");

    /** What was found at one moment, by the names of the checks. */
    public record Report(boolean live, boolean ready, Map<String, CheckResult> checks) {}

    /** Adds a check, or replaces the one of this name. */
    public void check(String name, Supplier<CheckResult> check) {
        checks.put(name, check);
    }

    /** The last step of a start. */
    public void started() {
        lifecycle = CheckResult.ok();
    }

    /** The first step of a stop. */
    public void stopping() {
        lifecycle = CheckResult.failing("stopping");
    }

    public boolean isLive() {
        return report().live();
    }

    public boolean isReady() {
        return report().ready();
    }

    /** The worst that was found, leaving one check out. */
    public CheckResult worstBut(String name) {
        return report().checks().entrySet().stream()
                .filter(check -> !check.getKey().equals(name))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(CheckResult::status))
                .orElseThrow();
    }

    public Report report() {
        Map<String, CheckResult> results = new TreeMap<>();
        checks.forEach((name, check) -> results.put(name, run(check)));
        results.put(LIFECYCLE, lifecycle);
        boolean live = results.values().stream().noneMatch(result -> result.status() == CheckResult.Status.DEAD);
        boolean ready = results.values().stream().allMatch(CheckResult::isReady);
        return new Report(live, ready, results);
    }

    private static CheckResult run(Supplier<CheckResult> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return CheckResult.failing(e.getMessage() == null ? "the check itself failed" : e.getMessage());
        }
    }
}
