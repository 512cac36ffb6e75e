package com.movieexample.launcher.process;

import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.process.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Waits until services answer, and tells of what they wait for meanwhile. */
final class Readiness {
    private static final long LOOK_EVERY_MS = 50;
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Consumer<String> onWaiting;

    /** @param onWaiting is told now and then why a service is not ready */
    Readiness(Consumer<String> onWaiting) {
        this.onWaiting = onWaiting;
    }

    /**
     * For as long as it takes, since a restore may be long.
     *
     * @throws LaunchException when one won't get well without a restart
     */
    void await(List<ServiceProcess> services) throws InterruptedException {
        long told = System.nanoTime();
        while (!services.stream().allMatch(service -> service.health().isReady())) {
            services.forEach(Readiness::requireAlive);
            if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
                services.stream()
                        .map(Readiness::whyNotReady)
                        .filter(why -> !why.isEmpty())
                        .forEach(onWaiting);
                told = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private static void requireAlive(ServiceProcess service) {
        if (!service.health().isLive()) {
            throw new LaunchException(service.name() + " can't go on: " + whyDead(service));
        }
    }

    private static String whyDead(ServiceProcess service) {
        return service.health().report().checks().values().stream()
                .filter(check -> check.status() == CheckResult.Status.DEAD)
                .map(CheckResult::detail)
                .collect(Collectors.joining("; "));
    }

    private static String whyNotReady(ServiceProcess service) {
        return service.health().report().checks().entrySet().stream()
                .filter(check -> !check.getValue().isReady())
                .map(check -> service.name() + " waits: " + check.getKey() + " "
                        + check.getValue().detail())
                .collect(Collectors.joining("; "));
    }
}
