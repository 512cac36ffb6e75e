package com.movieexample.runtime.config;

import java.util.List;

/** A configuration that a process can't start with; the message lists every problem, one to a line. */
public final class ConfigurationException extends RuntimeException {
    private final List<String> problems;

    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    public ConfigurationException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names where it is, the key, the value and what was expected. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        return problems.size() + " problems in the configuration:\n  " + String.join("\n  ", problems);
    }
}
