package com.movieexample.runtime.health;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, with what each check found. */
public final class HealthRoutes implements Consumer<RoutesConfig> {
    private final Health health;

    public HealthRoutes(Health health) {
        this.health = health;
    }

    private record Answer(String status, Map<String, Found> checks) {}

    private record Found(String status, String detail) {
        private static Found of(CheckResult result) {
            return new Found(result.status().shown(), result.detail().isEmpty() ? null : result.detail());
        }
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/health/live", this::live);
        routes.get("/health/ready", this::ready);
    }

    private void live(Context context) {
        Health.Report report = health.report();
        answer(context, report.live(), report.live() ? "live" : "dead", report);
    }

    private void ready(Context context) {
        Health.Report report = health.report();
        answer(context, report.ready(), report.ready() ? "ready" : "not-ready", report);
    }

    private static void answer(Context context, boolean good, String status, Health.Report report) {
        Map<String, Found> checks = new TreeMap<>();
        report.checks().forEach((name, result) -> checks.put(name, Found.of(result)));
        context.status(good ? 200 : 503).json(new Answer(status, checks));
    }
}
