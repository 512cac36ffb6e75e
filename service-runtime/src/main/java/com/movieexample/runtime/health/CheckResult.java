package com.movieexample.runtime.health;

import java.util.Locale;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param detail why it is not ok; empty if it is
 */
public record CheckResult(Status status, String detail) {
    /** From best to worst. */
    public enum Status {
        OK(0),
        /** Answers, but not as well as it should; still ready. */
        DEGRADED(1),
        /** Can't answer now; not ready. */
        FAILING(2),
        /** Won't get well without a restart; not alive. */
        DEAD(3);

        private final int level;

        Status(int level) {
            this.level = level;
        }

        /** As metrics have it, the higher the worse. */
        public int level() {
            return level;
        }

        /** As it is shown: {@code ok}. */
        public String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static CheckResult ok() {
        return new CheckResult(Status.OK, "");
    }

    public static CheckResult degraded(String detail) {
        return new CheckResult(Status.DEGRADED, detail);
    }

    /** @param why empty if all is well */
    public static CheckResult degradedIf(Optional<String> why) {
        return why.map(CheckResult::degraded).orElseGet(CheckResult::ok);
    }

    public static CheckResult failing(String detail) {
        return new CheckResult(Status.FAILING, detail);
    }

    public static CheckResult dead(String detail) {
        return new CheckResult(Status.DEAD, detail);
    }

    /** Whether the service can answer as far as this check knows. */
    public boolean isReady() {
        return status.compareTo(Status.DEGRADED) <= 0;
    }
}
