package com.movieexample.topics.provisioning;

/** A topic exists, but not as it must be; says what was found, what was expected, and how to mend it. */
public final class TopicMismatchException extends RuntimeException {
    public TopicMismatchException(String topic, String what, String found, String expected, String remedy) {
        super("topic %s has %s=%s, expected %s. %s".formatted(topic, what, found, expected, remedy));
    }
}
